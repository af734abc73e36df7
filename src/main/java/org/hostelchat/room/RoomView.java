package org.hostelchat.room;

/**
 * A room as one person sees it.
 *
 * @param last number of the room's latest event
 * @param read number up to which this person has read, 0 for nothing
 */
public record RoomView(long id, String name, RoomKind kind, long last, long read) {

    RoomView withRead(long further) {
        return further <= read ? this : new RoomView(id, name, kind, last, further);
    }
}
