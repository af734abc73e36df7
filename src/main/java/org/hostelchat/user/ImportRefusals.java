package org.hostelchat.user;

import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/** Refusals that several classes of the import throw. */
final class ImportRefusals {

    private ImportRefusals() {}

    static Refusal.NotFound notThere() {
        return new Refusal.NotFound("no-such-import", Phrase.of("import.not-there"));
    }

    static Refusal.Conflict notChecked() {
        return new Refusal.Conflict("import-applied", Phrase.of("import.applied-already"));
    }

    static Refusal.TooLarge tooLarge() {
        return new Refusal.TooLarge(
                "too-large", Phrase.of("import.too-large", "most", RollFile.MOST_BYTES / 1024 / 1024));
    }

    static Refusal.Unacceptable tooManyColumns() {
        return new Refusal.Unacceptable(
                "unreadable-file", "file", Phrase.of("import.too-many-columns", "most", RollFile.MOST_COLUMNS));
    }

    static Refusal.Gone slipsTaken() {
        return new Refusal.Gone("slips-taken", Phrase.of("import.slips-taken"));
    }

    static Refusal.Gone slipsReplaced() {
        return new Refusal.Gone("slips-replaced", Phrase.of("import.slips-replaced"));
    }

    static Refusal.Conflict slipsElsewhere() {
        return new Refusal.Conflict("slips-elsewhere", Phrase.of("import.slips-elsewhere"));
    }

    static Refusal.Conflict notReady() {
        return new Refusal.Conflict("slips-not-ready", Phrase.of("import.slips-not-ready"));
    }

    static Refusal.Conflict notGiven() {
        return new Refusal.Conflict("slips-not-given", Phrase.of("import.slips-not-given"));
    }

    static Refusal.Conflict changedMeanwhile() {
        return new Refusal.Conflict("conflict", Phrase.of("import.changed-meanwhile"));
    }
}
