package org.hostelchat.security;

/**
 * What the hostel may set about its gate; provided by whoever wires the program.
 *
 * @param trustedProxies whose word to take for where requests come from
 */
public record SecuritySettings(TrustedProxies trustedProxies) {}
