package org.hostelchat.auth;

/**
 * A token that was just made.
 *
 * @param token the secret itself, to be shown once and never again
 */
public record NewToken(AccessToken entry, String token) {}
