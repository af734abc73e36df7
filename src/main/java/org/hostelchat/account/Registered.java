package org.hostelchat.account;

/**
 * A new account.
 *
 * @param initialPassword the one that was made, to be shown once and never again; null if one was given
 */
public record Registered(User user, String initialPassword) {}
