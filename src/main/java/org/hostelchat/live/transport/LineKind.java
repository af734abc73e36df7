package org.hostelchat.live.transport;

/** How frames reach the wire. Set by the operator; produced by {@code platform}. */
public enum LineKind {
    /** As directly as the container lets us. */
    FASTEST,
    /** Past the socket's API, but not past the servlet layer: what lines that the server encrypts get in any case. */
    TYRUS,
    /** Through the standard API alone: slower, and independent of the container. */
    STANDARD
}
