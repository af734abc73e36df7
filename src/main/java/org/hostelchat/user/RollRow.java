package org.hostelchat.user;

import java.util.List;
import java.util.Map;

/**
 * A row of a file, and what storing it does; or somebody who is not in the file.
 *
 * @param row its number in a spreadsheet, from 1; 0 for somebody who is not in it
 * @param name in its normal form, like the number
 * @param details the values that are given, in their normal forms; an empty cell gives none
 * @param changes what becomes of somebody who is registered already
 * @param userId the account with this number; null for somebody new
 */
public record RollRow(
        int row,
        Kind kind,
        String name,
        String number,
        Map<RegisterColumn, String> details,
        List<RollChange> changes,
        Long userId) {

    /** What storing a row does. */
    public enum Kind {
        ADDED,
        CHANGED,
        /** Changed, and the wing, floor or room is among it. */
        MOVED,
        UNCHANGED,
        WRONG,
        /** An active student of the register who is not in the file. Nothing happens to them. */
        MISSING
    }
}
