package org.hostelchat.csv;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** An arbitrary file is split into rows, or refused with a reason and a line that it has. */
class SheetFuzz {

    private static final int MOST_ROWS = 50;

    @FuzzTest(maxDuration = "5m")
    void sheets(byte[] bytes) {
        String text;
        try {
            text = SheetText.decode(bytes);
        } catch (SheetUnreadable other) {
            return;
        }
        for (var separator : Sheet.separators(text).toCharArray()) check(text, separator);
    }

    private static void check(String text, char separator) {
        var lines = text.split("\r\n|\r|\n", -1).length;
        try {
            var rows = Sheet.read(text, separator, MOST_ROWS);
            assertTrue(rows.size() <= MOST_ROWS);
            var last = 0;
            for (var row : rows) {
                assertTrue(row.line() > last && row.line() <= lines, row.toString());
                assertFalse(row.cells().stream().allMatch(String::isEmpty), row.toString());
                last = row.line();
            }
        } catch (SheetUnreadable refused) {
            assertTrue(refused.line() >= 0 && refused.line() <= lines, refused.toString());
        }
    }
}
