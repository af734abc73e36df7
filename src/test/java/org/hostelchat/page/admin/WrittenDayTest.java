package org.hostelchat.page.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.hostelchat.language.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A day as people write it. */
class WrittenDayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-31",
                "31/5/2026",
                "31.05.2026",
                "31-05-2026",
                "31 May 2026",
                "31 may, 2026",
                "May 31, 2026",
                "31 मई 2026",
                "३१/०५/२०२६",
                "2026/5/31"
            })
    void daysAreUnderstood(String typed) {
        assertEquals("2026-05-31", WrittenDay.iso(typed, Language.HI));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "31/5/26", "5/31/2026", "30 February 2026", "May 2026", "31 31 2026", "soon", "1/2/3/4"
            })
    void whatIsNoDayStaysAsItWasTyped(String typed) {
        assertEquals(typed, WrittenDay.iso(typed, Language.EN));
    }

    /** A form that is sent back as it was shown changes nothing. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void whatALanguageShowsItAlsoReads(Language language) {
        for (var day : List.of("2026-01-09", "2026-02-28", "2026-05-31", "2026-09-01", "2027-12-31")) {
            assertEquals(day, WrittenDay.iso(WrittenDay.shown(day, language), language), language.name());
        }
    }
}
