package org.hostelchat.user;

import java.util.List;
import java.util.stream.Stream;
import org.hostelchat.text.Sha256;

/**
 * A file, and what storing it would do when it was looked at.
 *
 * @param missing active students of the register who are not in the file
 * @param digest identifies all that was looked at: whoever stores the file says which look they mean
 */
record LookedFile(RollFile file, RollPlan plan, List<RollRow> missing, String digest) {

    static LookedFile of(RollFile file, RollPlan plan, List<RollRow> missing) {
        return new LookedFile(
                file, plan, missing, Sha256.hex(file.columns() + "\n" + plan.rows() + "\n" + plan.errors()));
    }

    /** @param kind of the rows; null for all that are in the file */
    Stream<RollRow> rows(RollRow.Kind kind) {
        if (kind == RollRow.Kind.MISSING) return missing.stream();
        return plan.rows().stream().filter(row -> kind == null || row.kind() == kind);
    }

    List<RollError> errors(RollRow row) {
        return row.kind() == RollRow.Kind.WRONG
                ? plan.errors().stream()
                        .filter(error -> error.row() == row.row())
                        .toList()
                : List.of();
    }
}
