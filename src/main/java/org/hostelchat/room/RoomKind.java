package org.hostelchat.room;

/** What a room is for. */
public enum RoomKind {
    /** Room 1: everybody, from the creation of the account on, for ever. */
    COMMON,
    /** The discussion of a notice: everybody, until the notice is withdrawn. */
    NOTICE
}
