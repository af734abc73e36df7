package org.hostelchat.auth;

/**
 * A token as officials see it.
 *
 * @param maker the name of whoever made it; null for the operator, and for somebody whose account is gone
 */
public record ListedToken(AccessToken token, String maker) {}
