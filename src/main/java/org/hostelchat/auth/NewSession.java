package org.hostelchat.auth;

import java.time.Duration;

/**
 * Somebody has just signed in.
 *
 * @param token the secret for the device's cookie
 * @param remembered whether the device is to keep it when the browser is closed
 * @param life how long it is good for at most
 */
public record NewSession(SignedIn signedIn, String token, boolean remembered, Duration life) {}
