package org.hostelchat.user;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the register knows of somebody beside name, number and role. All of it is optional text. */
public enum RegisterColumn {
    WING,
    FLOOR,
    ROOM,
    YEAR,
    COURSE,
    MESS,
    PHONE,
    /** The last day on which they can sign in, such as 2026-01-31, in the hostel's zone. */
    UNTIL;

    /** Those by which people are chosen together: who lives on a floor, who is in a year. */
    public static final List<RegisterColumn> OF_GROUPS = List.of(WING, FLOOR, ROOM, YEAR, COURSE, MESS);

    /** Where somebody lives. */
    public static final List<RegisterColumn> OF_PLACE = List.of(WING, FLOOR, ROOM);

    /** Those by which a list is narrowed: all whose values are compared as names are. */
    public static final List<RegisterColumn> OF_FILTERS = List.of(WING, FLOOR, ROOM, YEAR, COURSE, MESS, PHONE);

    /** As clients know it, such as {@code wing}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RegisterColumn> of(String code) {
        return Arrays.stream(values())
                .filter(column -> column.code().equals(code))
                .findFirst();
    }
}
