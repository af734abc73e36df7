package org.hostelchat.message;

/** What happened in a room at one number. */
public enum EventKind {
    POSTED,
    EDITED,
    DELETED,
    ERASED,
    /** What stood here has lost its content. */
    TOMBSTONE,
    REACTED,
    PINNED;

    private final String wireName = name().toLowerCase(java.util.Locale.ROOT);

    /** The name that clients know. */
    public String wireName() {
        return wireName;
    }
}
