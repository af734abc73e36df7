package org.hostelchat.user;

/**
 * Whom a login means.
 *
 * @param shared whether it is a name that others have too: then it means the one who was here first, and is not enough to sign in
 */
public record LoginMatch(User user, boolean shared) {}
