package org.hostelchat.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTest {

    @Test
    void theSeparatorThatTheFileNamesIsUsed() throws SheetUnreadable {
        var text = "\"sep=^\"\r\nname^number\r\nAsha^1/A\r\n";
        assertEquals("^", Sheet.separators(text));
        assertEquals(List.of("name", "number"), Sheet.read(text, '^', 10).get(0).cells());
        assertEquals(2, Sheet.read(text, '^', 10).get(0).line());
    }

    @Test
    void aQuoteIsNoSeparator() throws SheetUnreadable {
        var text = "sep=\"\nname,number\nAsha,1/A\n";
        assertEquals(Sheet.separators(""), Sheet.separators(text));
        assertEquals(3, Sheet.read(text, ',', 10).size());
        assertThrows(SheetUnreadable.class, () -> Sheet.read(text, '"', 10));
    }

    @Test
    void rowsAreNumberedAsASpreadsheetShowsThem() throws SheetUnreadable {
        var rows = Sheet.read("sep=,\nname,number\n\n\"Asha\nRao\",1/A\n,\nरवि,2/A\n", ',', 10);
        assertEquals(List.of(1, 3, 5), rows.stream().map(Sheet.Row::number).toList());
        assertEquals(List.of(2, 4, 7), rows.stream().map(Sheet.Row::line).toList());
    }
}
