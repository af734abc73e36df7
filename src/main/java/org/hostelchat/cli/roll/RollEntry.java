package org.hostelchat.cli.roll;

import java.util.List;

/**
 * A person in a roll.
 *
 * @param row its number in a spreadsheet, from 1; 0 for somebody who is not in a file
 * @param others the cells of the other columns, in their order
 */
public record RollEntry(int row, String name, String enrolmentNumber, List<String> others) {

    public RollEntry {
        enrolmentNumber = EnrolmentNumber.normal(enrolmentNumber);
    }
}
