package org.hostelchat.auth;

import java.time.Duration;

/**
 * The result of signing in.
 *
 * @param token the secret for the device's cookie
 * @param remembered whether the device keeps the cookie when the browser is closed
 * @param life the longest time for which the session is valid
 */
public record NewSession(SignedIn signedIn, String token, boolean remembered, Duration life) {}
