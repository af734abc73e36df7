package org.hostelchat.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.hostelchat.language.Language;
import org.hostelchat.principal.Role;
import org.hostelchat.user.InitialSlip;
import org.hostelchat.user.User;
import org.junit.jupiter.api.Test;

class SlipSheetTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");

    private static String sheet(int people, Language... languages) {
        var user = new User("محمد <b> صدیقی", "24/CS/7", Role.STUDENT, NOW);
        user.givePassword("hash", true, NOW);
        return new SlipSheet("Ganga & Co", "https://chat.hostel/", ZoneOffset.UTC, 30, List.of(languages))
                .html(Collections.nCopies(people, new InitialSlip(user, "k7m3p-x9qwd-a2cfn")));
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    @Test
    void tenAreOnASheetAndEightInTwoLanguages() {
        assertEquals(3, count(sheet(21, Language.EN), "<section"));
        assertEquals(3, count(sheet(24, Language.UR, Language.EN), "<section"));
        assertEquals(24, count(sheet(24, Language.UR, Language.EN), "<article>"));
        assertEquals(0, count(sheet(0, Language.EN), "<section"));
    }

    /** In a line that is read from right to left, 24/CS/7 would look like CS/7/24. */
    @Test
    void whatIsTypedIsReadFromLeftToRightInEveryLanguage() {
        var page = sheet(1, Language.UR, Language.EN);
        assertTrue(page.contains("<strong dir=\"ltr\">24/CS/7</strong>"), page);
        assertTrue(page.contains("\u2066https://chat.hostel/\u2069"), page);
        assertTrue(page.contains("<bdi>محمد &lt;b&gt; صدیقی</bdi>"), page);
    }
}
