package org.hostelchat.live.transport;

/** Which implementation writes frames. Set by the operator; produced by {@code platform}. */
public enum TransportKind {
    /** The fastest implementation that the container allows. */
    FASTEST,
    /** Bypasses the WebSocket API, but not the servlet layer; always used for connections that the server encrypts. */
    TYRUS,
    /** Uses the standard API only: slower, but independent of the container. */
    STANDARD
}
