package org.hostelchat.user;

import java.time.Instant;
import java.util.List;

/**
 * What storing a file would do, or has done; or passwords that were made anew together.
 *
 * @param look identifies what was looked at, so that nothing else is stored; null once it is stored
 * @param file what the file is called; null if that is not known
 * @param by who looked at it or stored it; null for the operator, or somebody who was erased
 * @param at when it was looked at or, once it is stored, when that was
 * @param columns how the file's columns were understood; empty once it is stored
 * @param rows how many people the file has
 * @param changed how many of these are registered already and get other values
 * @param moved how many of the changed ones get another wing, floor or room
 * @param left how many active students of the register are not in the file; nothing happens to them
 * @param wrong how many rows have errors
 * @param errors at most the first thousand
 * @param items at most the first thousand rows, without those that change nothing; empty once it is stored
 * @param done of how many the initial password is ready
 * @param total how many get an initial password
 */
public record ImportLook(
        long id,
        Kind kind,
        State state,
        Slips slips,
        String look,
        String file,
        String by,
        Instant at,
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

    /** Where its people come from. */
    public enum Kind {
        FILE,
        /** People of the register whose passwords were made anew. */
        RESET
    }

    /** In the order in which an import goes through them. */
    public enum State {
        CHECKED,
        APPLYING,
        DONE
    }

    /** What is to be had of its slips. */
    public enum Slips {
        /** It has none. */
        NONE,
        /** Their passwords are being made. */
        MAKING,
        READY,
        /** Somebody has had them, and may have them again until they say that they are kept. */
        GIVEN,
        TAKEN,
        /** Another order has made slips for all of its people since. */
        REPLACED,
        /** They are in the memory of another node. */
        ELSEWHERE
    }

    /** How far the passwords of an import are. */
    record Progress(State state, Slips slips, long done) {

        /** @param hashing who makes the passwords */
        static Progress of(RegisterImport row, SlipCount count, InitialPasswords.Hashing hashing) {
            if (!row.isApplied()) return new Progress(State.CHECKED, Slips.NONE, 0);
            var slips = slips(row, count, hashing);
            return new Progress(
                    slips == Slips.MAKING ? State.APPLYING : State.DONE, slips, row.total() - count.pending());
        }

        private static Slips slips(RegisterImport row, SlipCount count, InitialPasswords.Hashing hashing) {
            if (row.total() == 0) return Slips.NONE;
            if (row.isTaken()) return Slips.TAKEN;
            if (count.all() == 0) return Slips.REPLACED;
            if (count.pending() > 0) return Slips.MAKING;
            if (hashing == InitialPasswords.Hashing.ELSEWHERE) return Slips.ELSEWHERE;
            if (row.isGiven()) return Slips.GIVEN;
            // What an earlier process has made is lost; until that is noted these look ready.
            return hashing == InitialPasswords.Hashing.HERE ? Slips.READY : Slips.MAKING;
        }
    }

    /** The same with what is in the file. */
    ImportLook of(LookedFile seen, List<RollError> firstErrors, List<RollRow> firstItems) {
        var plan = seen.plan();
        var moves = plan.count(RollRow.Kind.MOVED);
        return new ImportLook(
                id,
                kind,
                state,
                slips,
                seen.digest(),
                file,
                by,
                at,
                seen.file().columns(),
                plan.rows().size(),
                plan.count(RollRow.Kind.ADDED),
                plan.count(RollRow.Kind.CHANGED) + moves,
                moves,
                plan.count(RollRow.Kind.UNCHANGED),
                seen.missing().size(),
                plan.count(RollRow.Kind.WRONG),
                firstErrors,
                firstItems,
                done,
                total);
    }
}
