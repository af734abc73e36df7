package org.hostelchat.cli.roll;

import java.util.List;

/**
 * A person in a roll.
 *
 * @param line where it begins in the file, from 1
 * @param others what stands in the other columns, in their order
 */
public record RollEntry(int line, String name, String enrolmentNumber, List<String> others) {

    public RollEntry {
        enrolmentNumber = EnrolmentNumber.normal(enrolmentNumber);
    }
}
