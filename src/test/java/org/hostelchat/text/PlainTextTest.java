package org.hostelchat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.hostelchat.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    private static String check(String text) {
        return PlainText.check("body", text, 4000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "नमस्ते, क्षत्रिय र्त्स्न्य",
                "தமிழ்க் கொஞ்சும்",
                "کل صبح \u2067שלום\u2069",
                "👨‍👩‍👧‍👦 👍🏽 🏳️‍🌈 1️⃣",
                "Tiếng Việt",
                "Z̷̢͝a̵̧͠l̸͜͝g̶̨͠o̷͘͜"
            })
    void whatPeopleWriteIsKept(String text) {
        assertEquals(text, check(text));
    }

    @Test
    void textIsTrimmedComposedAndHasOneKindOfLineBreak() {
        assertEquals("José\nb\n\tc", check(" \nJose\u0301\r\nb\r\tc \n"));
    }

    @ParameterizedTest
    @CsvSource({
        "'  if (x)\n    y()', '  if (x)\n    y()\n'",
        "'\ta', '\n \n\ta'",
        "' a', '\r\n\u00a0\u200b\n a \u200b\n\u00a0'",
        "'  a', '\f\n  a'",
        "'a\n\n b', 'a\n\n b'",
        "'\u2003a', '\u2003a'",
    })
    void codeKeepsItsFirstIndentAndBlankLinesAroundItGo(String stored, String typed) {
        assertEquals(stored.translateEscapes(), check(typed.translateEscapes()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u2800",
                "\u3164\u3164",
                "\u200b",
                "\u115f\u1160",
                "\uffa0",
                "\u00ad",
                "\u200d\u200c",
                "\ufeff",
                "\u202e\u202c",
                "\u2800\n\u2800",
                "\u0301",
                "\u00a0\u0301\ufe0f",
                "\udb40\udc41",
                "\ufffc"
            })
    void whatShowsNothingIsRefused(String text) {
        var refusal = assertThrows(Refusal.Unacceptable.class, () -> check(text));
        assertTrue(refusal.getMessage().endsWith("Please write something."), refusal.getMessage());
    }

    @Test
    void aLineIsTrimmedOnBothSides() {
        assertEquals("Gate", PlainText.checkLine("title", " \u200b\u00a0Gate\ufeff \n", 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "a\u2028b", "\u202eevil", "a\u2067b\u2069", "\u2066x"})
    void aLineIsOneLineAndLeavesWhatFollowsAlone(String text) {
        assertThrows(Refusal.Unacceptable.class, () -> PlainText.checkLine("title", text, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007", "\uD800", "a\uDC00b", "\uFFFE", "\uFDD0", " \n "})
    void whatCantBeShownIsRefused(String text) {
        assertThrows(Refusal.Unacceptable.class, () -> check(text));
    }

    @Test
    void lengthIsCountedInCodePoints() {
        assertEquals(8000, check("😀".repeat(4000)).length());
        assertThrows(Refusal.Unacceptable.class, () -> check("😀".repeat(4001)));
        assertThrows(Refusal.Unacceptable.class, () -> check(null));
    }

    @Test
    void aPileOfAccentsIsRefusedBeforeItCostsAnything() {
        check("a" + "\u0301".repeat(30));
        assertThrows(Refusal.Unacceptable.class, () -> check("a" + "\u0301".repeat(31)));
        assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> assertThrows(Refusal.Unacceptable.class, () -> check("\u0301\u0323".repeat(16_000))));
    }
}
