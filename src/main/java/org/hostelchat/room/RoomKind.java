package org.hostelchat.room;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The purpose of a room, which determines who is in it. */
public enum RoomKind {
    /** Room 1: everybody with an account. */
    COMMON(true),
    /** The discussion of a notice: everybody, until the notice is withdrawn. */
    NOTICE(true),
    /** Listed in the directory; anybody may join, leave, and read all its events. */
    OPEN(false),
    /** By invitation. Members read what is posted after they were added, or everything if the maker chose that. */
    GROUP(false),
    /** The conversation of two to eight people; there is exactly one for the same people. */
    DIRECT(false),
    /** Made by officials for those whom its {@link Audience} names in the register, who read all its events. */
    AUDIENCE(false),
    /** As {@link #NOTICE}, of a notice that does not concern everybody: those whom its {@link Audience} names. */
    CONCERNED(false);

    /** The kinds that everybody is in. */
    public static final List<RoomKind> OF_EVERYBODY = which(RoomKind::holdsEverybody);

    /** The kinds that follow the register. */
    static final List<RoomKind> FOLLOWING = List.of(AUDIENCE, CONCERNED);

    /** The kinds that people join and leave. */
    static final List<RoomKind> CHANGING = which(RoomKind::hasChangingMembers);

    /** The kinds that officials cannot read without being members. */
    public static final List<RoomKind> PRIVATE = which(RoomKind::isPrivate);

    private final boolean everybody;

    RoomKind(boolean everybody) {
        this.everybody = everybody;
    }

    private static List<RoomKind> which(Predicate<RoomKind> rule) {
        return Stream.of(values()).filter(rule).toList();
    }

    /** Whether everybody with an account is in such a room. A {@link Membership} then only stores preferences. */
    public boolean holdsEverybody() {
        return everybody;
    }

    /** Whether a notice is discussed there. Its room ends with the notice, and is called like it. */
    public boolean isOfNotice() {
        return this == NOTICE || this == CONCERNED;
    }

    /** The kind for clients, for whom all discussions of notices are alike. */
    public RoomKind shown() {
        return isOfNotice() ? NOTICE : this;
    }

    /**
     * Whether it may become a room that holds everybody, or cease to be one: what is stored about its messages must not
     * depend on which it is.
     */
    public boolean mayHoldEverybody() {
        return everybody || this == CONCERNED;
    }

    /** Whether people can join, leave and be added. */
    boolean hasChangingMembers() {
        return this == OPEN || this == GROUP;
    }

    /** Whether only members may read it: officials cannot without being members. */
    public boolean isPrivate() {
        return this == GROUP || this == DIRECT;
    }
}
