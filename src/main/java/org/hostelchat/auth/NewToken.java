package org.hostelchat.auth;

/**
 * A token that was just made.
 *
 * @param token the secret, which is not stored and can be shown only now
 */
public record NewToken(AccessToken entry, String token) {}
