package org.hostelchat.live;

/**
 * The socket's limits. Produced by {@code platform}.
 *
 * @param connectionsPerUser the most lines that one account may have open
 * @param way how frames reach the wire
 */
public record LiveSettings(int connectionsPerUser, Way way) {

    /** How frames reach the wire. */
    public enum Way {
        /** As directly as the container lets us. */
        FASTEST,
        /** Past the socket's API, but not past the servlet layer: what lines that the server encrypts get in any case. */
        TYRUS,
        /** Through the standard API alone: slower, and whatever the container is. */
        STANDARD
    }
}
