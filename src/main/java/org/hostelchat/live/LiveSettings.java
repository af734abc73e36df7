package org.hostelchat.live;

/**
 * Limits of the WebSocket endpoint. Produced by {@code platform}.
 *
 * @param connectionsPerUser the most connections that one account may have open
 */
public record LiveSettings(int connectionsPerUser) {}
