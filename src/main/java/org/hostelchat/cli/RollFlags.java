package org.hostelchat.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hostelchat.cli.roll.Roll;
import org.hostelchat.cli.roll.RollOptions;
import org.hostelchat.cli.roll.RollUnreadable;
import org.hostelchat.cli.text.CliWords;

/** The flags of commands that read a roll. */
final class RollFlags {
    static final Flag ROLL = new Flag("--roll", "FILE.csv", "roll");
    static final Flag OUT = new Flag("--out", "FILE", "out");
    private static final Flag NAME_COLUMN = new Flag("--name-column", "HEADING", "name-column");
    private static final Flag NUMBER_COLUMN = new Flag("--number-column", "HEADING", "number-column");
    private static final Flag DATES = new Flag("--dates-are-numbers", "", "dates-are-numbers");

    static final List<Flag> ALL = List.of(ROLL, OUT, NAME_COLUMN, NUMBER_COLUMN, DATES);

    private RollFlags() {}

    /**
     * Reads the roll, and reports on the error stream how it was interpreted.
     *
     * @throws Failure wrong use, if it cannot be read or has errors
     */
    static Roll read(Invocation call) {
        Arguments arguments = call.arguments();
        RollOptions options =
                new RollOptions(arguments.value(NAME_COLUMN), arguments.value(NUMBER_COLUMN), arguments.has(DATES));
        try {
            Roll roll = Roll.read(arguments.value(ROLL).orElseThrow(), options);
            roll.remarks().forEach(call.terminal()::complain);
            return roll;
        } catch (RollUnreadable e) {
            throw Failure.wrongUse(e.getMessage());
        }
    }

    /** @throws Failure wrong use, if one of these flags is given without a roll */
    static void requireNone(Arguments arguments) {
        Optional<Flag> lonely = Stream.of(OUT, NAME_COLUMN, NUMBER_COLUMN, DATES)
                .filter(arguments::has)
                .findFirst();
        if (lonely.isPresent()) {
            throw Failure.wrongUse(
                    CliWords.text("use.goes-with", "flag", lonely.get().name(), "other", ROLL.name()));
        }
    }
}
