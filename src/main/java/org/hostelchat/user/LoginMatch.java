package org.hostelchat.user;

/**
 * The account that a login identifies.
 *
 * @param shared whether the login is a name that several people have. Then {@code user} is the one registered first,
 *     and the login does not suffice to sign in
 */
public record LoginMatch(User user, boolean shared) {}
