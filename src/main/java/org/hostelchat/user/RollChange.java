package org.hostelchat.user;

/**
 * What a row of a file changes.
 *
 * @param field {@code name}, or the code of a {@link RegisterColumn}
 * @param from what the register has; null for nothing
 */
public record RollChange(String field, String from, String to) {}
