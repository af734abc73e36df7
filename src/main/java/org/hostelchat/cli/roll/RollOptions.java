package org.hostelchat.cli.roll;

import java.util.Optional;

/**
 * The caller's options for what the file does not show.
 *
 * @param nameColumn the heading of the names
 * @param numberColumn the heading of the enrolment numbers
 * @param datesAreNumbers whether enrolment numbers that look like dates are accepted
 */
public record RollOptions(Optional<String> nameColumn, Optional<String> numberColumn, boolean datesAreNumbers) {
    public static final RollOptions NONE = new RollOptions(Optional.empty(), Optional.empty(), false);
}
