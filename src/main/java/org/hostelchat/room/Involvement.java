package org.hostelchat.room;

/** Of which events in a room its member wants to be notified. */
public enum Involvement {
    /** Of all posts by others. */
    ALL,
    /** Of posts that mention them. */
    MENTIONS,
    NOTHING
}
