package org.hostelchat.user;

/**
 * A new account.
 *
 * @param initialPassword the one that was made, to be shown once and never again; null if one was given
 */
public record RegisteredUser(User user, String initialPassword) {}
