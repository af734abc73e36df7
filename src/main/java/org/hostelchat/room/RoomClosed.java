package org.hostelchat.room;

/** CDI event: nobody can enter this room any more. Observed after the transaction's success. */
public record RoomClosed(long roomId) {}
