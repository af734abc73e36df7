package org.hostelchat.room;

/**
 * A room as one person sees it.
 *
 * @param last number of the room's latest event
 * @param read number up to which this person has read, 0 for nothing
 * @param unread how many posts by others stand after {@code read}
 */
public record RoomView(long id, String name, RoomKind kind, long last, long read, long unread) {

    /** A room that has just come into being. */
    public static RoomView fresh(long id, String name, RoomKind kind) {
        return new RoomView(id, name, kind, 0, 0, 0);
    }
}
