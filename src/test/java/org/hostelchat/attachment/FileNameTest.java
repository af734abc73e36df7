package org.hostelchat.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void itIsTheLastPartOfWhateverIsGiven() {
        assertEquals("मेनू – चाय ₹.jpg", FileName.of("मेनू – चाय ₹.jpg"));
        assertEquals("passwd", FileName.of("../../etc/passwd"));
        assertEquals("a.exe", FileName.of("C:\\Users\\asha\\a.exe"));
        assertEquals("ab.txt", FileName.of(" a\u0000\u202e\n\tb.txt "));
        assertEquals("é.png", FileName.of("e\u0301.png"));
        for (var nameless : new String[] {null, "", "  ", ".", "..", "a/", "\u200b", "\ud800"}) {
            assertEquals("file", FileName.of(nameless));
        }
    }

    @Test
    void aLongOneKeepsItsExtension() {
        var name = FileName.of("த".repeat(100_000) + ".jpeg");
        assertEquals(FileName.LONGEST, name.codePointCount(0, name.length()));
        assertTrue(name.endsWith("….jpeg"));
    }
}
