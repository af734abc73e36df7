package org.hostelchat.live.transport;

import jakarta.websocket.CloseReason.CloseCode;

/**
 * A frame that no correct client sends.
 *
 * @param code the code to close the connection with
 * @param reason for the close frame
 */
public record ProtocolViolation(CloseCode code, String reason) {}
