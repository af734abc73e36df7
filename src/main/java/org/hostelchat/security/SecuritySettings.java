package org.hostelchat.security;

/**
 * What the hostel may set about its gate; provided by whoever wires the program.
 *
 * @param trustedProxies whose word to take for where requests come from
 * @param tlsPort where the server speaks TLS itself, so that nothing is served without; 0 if it does not
 */
public record SecuritySettings(TrustedProxies trustedProxies, int tlsPort) {}
