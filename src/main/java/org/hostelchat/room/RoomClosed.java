package org.hostelchat.room;

/**
 * CDI event: nobody can enter this room any more. Observed after the transaction's success. Those who were members of a room that
 * does not hold everybody are told by {@link Left}, and nobody else is to hear of it.
 */
public record RoomClosed(long roomId, RoomKind kind) {}
