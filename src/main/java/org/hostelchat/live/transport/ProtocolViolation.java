package org.hostelchat.live.transport;

import jakarta.websocket.CloseReason.CloseCode;

/**
 * A frame that no client of the protocol sends.
 *
 * @param code the code with which its line is to be closed
 * @param reason what was wrong, for the close frame
 */
public record ProtocolViolation(CloseCode code, String reason) {}
