package org.hostelchat.security;

import org.hostelchat.language.Language;

/**
 * What the hostel may set about its gate; provided by whoever wires the program.
 *
 * @param trustedProxies whose word to take for where requests come from
 * @param tlsPort where the server speaks TLS itself, so that nothing is served without; 0 if it does not
 * @param language of pages, where neither their reader nor the browser asks for one that the house speaks
 */
public record SecuritySettings(TrustedProxies trustedProxies, int tlsPort, Language language) {}
