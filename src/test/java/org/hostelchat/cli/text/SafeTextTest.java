package org.hostelchat.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void leavesWordsOfEveryScript() {
        String words = "आशा राव, தமிழ், اردو, 漢字, 👩‍🌾 🇮🇳";
        assertEquals(words, SafeText.oneLine(words));
    }

    @Test
    void takesTheForceOutOfEscapeSequences() {
        assertEquals("\uFFFD[2Jx\uFFFD\uFFFD31m", SafeText.oneLine("\u001b[2Jx\u0007\u009b31m"));
    }

    @Test
    void doesNotLetALineTurnRound() {
        assertEquals("a\uFFFDb\uFFFDc", SafeText.oneLine("a\u202eb\u2067c"));
    }

    @Test
    void keepsToOneLine() {
        assertEquals("a⏎b⏎c⏎d e", SafeText.oneLine("a\r\nb\nc\u2028d\te"));
    }

    @Test
    void marksWhatIsNoText() {
        assertEquals("\uFFFD", SafeText.oneLine("\ud800"));
    }

    @Test
    void measuresAsTerminalsDraw() {
        assertEquals(4, DisplayWidth.of("Asha"));
        assertEquals(4, DisplayWidth.of("漢字"));
        assertEquals(1, DisplayWidth.of("e\u0301"));
        assertEquals(2, DisplayWidth.of("😀"));
    }
}
