package org.hostelchat.auth;

/**
 * A token as officials see it.
 *
 * @param maker the name of the user who made it; null for the operator and for erased accounts
 */
public record ListedToken(AccessToken token, String maker) {}
