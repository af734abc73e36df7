package org.hostelchat.user;

import java.util.List;

/**
 * What storing a file would do, or has done.
 *
 * @param columns how the file's columns were understood; empty once the file is forgotten
 * @param rows how many people the file has
 * @param changed how many of these are registered already and get other values
 * @param moved how many of the changed ones get another wing, floor or room
 * @param left how many active students of the register are not in the file; nothing happens to them
 * @param wrong how many rows have errors
 * @param errors at most the first thousand
 * @param done of how many the initial password is ready
 * @param total how many get an initial password
 */
public record ImportLook(
        long id,
        State state,
        List<RollColumn> columns,
        int rows,
        int added,
        int changed,
        int moved,
        int unchanged,
        long left,
        int wrong,
        List<RollError> errors,
        List<RollRow> items,
        long done,
        long total) {

    /** In the order in which an import goes through them. */
    public enum State {
        CHECKED,
        APPLYING,
        DONE
    }
}
