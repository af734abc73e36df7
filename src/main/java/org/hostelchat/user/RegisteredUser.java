package org.hostelchat.user;

/**
 * A new account.
 *
 * @param initialPassword the generated password, which is shown only now; null if one was given
 */
public record RegisteredUser(User user, String initialPassword) {}
