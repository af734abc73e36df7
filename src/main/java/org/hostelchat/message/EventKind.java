package org.hostelchat.message;

/** The kind of an event in a room's log. */
public enum EventKind {
    POSTED,
    EDITED,
    DELETED,
    ERASED,
    /** The content of this event was deleted. */
    TOMBSTONE,
    REACTED,
    PINNED;

    private final String wireName = name().toLowerCase(java.util.Locale.ROOT);

    /** The name in the protocol. */
    public String wireName() {
        return wireName;
    }
}
