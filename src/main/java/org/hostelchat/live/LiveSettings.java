package org.hostelchat.live;

/**
 * The socket's limits. Produced by {@code platform}.
 *
 * @param connectionsPerUser the most lines that one account may have open
 */
public record LiveSettings(int connectionsPerUser) {}
