package org.hostelchat.user;

import java.util.Map;

/**
 * A row of a file, and what storing it does.
 *
 * @param row the line in the file, from 1
 * @param name in its normal form, like the number
 * @param details the values that are given, in their normal forms; an empty cell gives none
 * @param userId the account with this number; null for somebody new
 */
public record RollRow(
        int row, Kind kind, String name, String number, Map<RegisterColumn, String> details, Long userId) {

    /** What storing a row does. */
    public enum Kind {
        ADDED,
        CHANGED,
        /** Changed, and the wing, floor or room is among it. */
        MOVED,
        UNCHANGED,
        WRONG
    }
}
