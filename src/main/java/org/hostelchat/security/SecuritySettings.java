package org.hostelchat.security;

import org.hostelchat.language.Language;

/**
 * Settings of this package, produced by {@code platform}.
 *
 * @param trustedProxies the proxies whose forwarding headers are trusted
 * @param tlsPort the port on which the server itself uses TLS, so that nothing is served without; 0 if it does not
 * @param language of pages if neither the user nor the browser asks for a supported one
 */
public record SecuritySettings(TrustedProxies trustedProxies, int tlsPort, Language language) {}
