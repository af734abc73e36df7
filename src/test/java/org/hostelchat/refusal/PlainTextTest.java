package org.hostelchat.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    private static String check(String text) {
        return PlainText.check("body", text, 1, 4000);
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
        assertEquals("José\nb\n\tc", check("  Jose\u0301\r\nb\r\tc \n"));
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
