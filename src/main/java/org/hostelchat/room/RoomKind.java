package org.hostelchat.room;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

    /** Those that hold everybody. */
    static final List<RoomKind> OF_EVERYBODY = which(RoomKind::holdsEverybody);

    /** Those that people join and leave. */
    static final List<RoomKind> CHANGING = which(RoomKind::hasChangingMembers);

    /** Those that no official reads without being in them. */
    public static final List<RoomKind> PRIVATE = which(RoomKind::isPrivate);

    private final boolean everybody;

    RoomKind(boolean everybody) {
        this.everybody = everybody;
    }

    private static List<RoomKind> which(Predicate<RoomKind> rule) {
        return Stream.of(values()).filter(rule).toList();
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
