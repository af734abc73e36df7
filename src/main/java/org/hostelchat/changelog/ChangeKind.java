package org.hostelchat.changelog;

/**
 * The names of the kinds of changes in the database. A name must never get another meaning, because other releases read
 * it.
 */
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
    MEMBERS_CHANGED,
    NOTICE_POSTED,
    NOTICE_EDITED,
    NOTICE_REMINDED,
    NOTICE_WITHDRAWN,
    RECEIPT_CHANGED,
    SETTINGS_CHANGED;

    /** @return null for a kind stored by a newer version of the program */
    static ChangeKind of(String name) {
        for (var kind : values()) if (kind.name().equals(name)) return kind;
        return null;
    }
}
