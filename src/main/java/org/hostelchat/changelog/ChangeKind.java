package org.hostelchat.changelog;

/** How the kinds of changes are called in the database. Names are never given another meaning: other releases read them. */
enum ChangeKind {
    USER_CHANGED,
    USER_ERASED,
    SESSION_ENDED,
    SESSIONS_ENDED,
    OTHER_SESSIONS_ENDED,
    ROOM_OPENED,
    ROOM_CHANGED,
    ROOM_CLOSED,
    JOINED,
    LEFT,
    NOTICE_POSTED,
    NOTICE_EDITED,
    NOTICE_WITHDRAWN,
    RECEIPT_CHANGED;

    /** @return null for one that a newer program has written */
    static ChangeKind of(String name) {
        for (var kind : values()) if (kind.name().equals(name)) return kind;
        return null;
    }
}
