package org.hostelchat.room;

/** What a room is for, and by what rule somebody is in it. */
public enum RoomKind {
    /** Room 1: everybody, from the creation of the account on, for ever. */
    COMMON(true),
    /** The discussion of a notice: everybody, until the notice is withdrawn. */
    NOTICE(true),
    /** In the directory; anybody may join and leave. Whoever joins reads its whole past. */
    OPEN(false),
    /** By invitation. Whoever is taken in reads from then on, unless its maker chose that the whole past can be read. */
    GROUP(false),
    /** The conversation of two to eight people, for ever the same room for the same people. */
    DIRECT(false);

    private final boolean everybody;

    RoomKind(boolean everybody) {
        this.everybody = everybody;
    }

    /** Whether whoever has an account is in such a room. It then needs no {@link Membership}, and has one only for preferences. */
    public boolean holdsEverybody() {
        return everybody;
    }

    /** Whether people join, leave and are taken in. */
    boolean hasChangingMembers() {
        return this == OPEN || this == GROUP;
    }

    /** Whether only those who are in it may know what is said: no official reads it without being in it. */
    public boolean isPrivate() {
        return this == GROUP || this == DIRECT;
    }
}
