package org.hostelchat.cli.roll;

import java.util.List;

/**
 * A person in a roll.
 *
 * @param line the line in the file at which the row begins, from 1
 * @param others the cells of the other columns, in their order
 */
public record RollEntry(int line, String name, String enrolmentNumber, List<String> others) {

    public RollEntry {
        enrolmentNumber = EnrolmentNumber.normal(enrolmentNumber);
    }
}
