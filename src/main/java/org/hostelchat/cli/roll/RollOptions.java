package org.hostelchat.cli.roll;

import java.util.Optional;

/**
 * What an office says about its roll where that can't be found out.
 *
 * @param nameColumn the heading over the names
 * @param numberColumn the heading over the enrolment numbers
 * @param datesAreNumbers whether what looks like a date is an enrolment number all the same
 */
public record RollOptions(Optional<String> nameColumn, Optional<String> numberColumn, boolean datesAreNumbers) {
    public static final RollOptions NONE = new RollOptions(Optional.empty(), Optional.empty(), false);
}
