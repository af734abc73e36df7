package org.hostelchat.room;

/** CDI event: a room has come into being. Observed after the transaction's success. */
public record RoomOpened(long roomId, String name, RoomKind kind) {}
