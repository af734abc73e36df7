package org.hostelchat.notice;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.refusal.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeDraftTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

    @Test
    void isTrimmedAndKeepsItsLines() {
        var tidy = new NoticeDraft(" Water ", "\r\nNo water\r\non Sunday \n", true, TODAY).tidy();

        assertEquals(new NoticeDraft("Water", "No water\non Sunday", true, TODAY), tidy);
    }

    @Test
    void countsCodePointsAndNotChars() {
        var title = "\ud83d\udca7".repeat(NoticeDraft.LONGEST_TITLE);
        var text = "\ud83d\udca7".repeat(NoticeDraft.LONGEST_TEXT);

        assertEquals(title, new NoticeDraft(title, text, false, null).tidy().title());
        assertEquals(List.of("title", "text"), fieldsAtFault(new NoticeDraft(title + "a", text + "a", false, null)));
    }

    @Test
    void namesEveryFieldAtFault() {
        assertEquals(List.of("title", "text"), fieldsAtFault(new NoticeDraft(null, " \n ", false, null)));
        assertEquals(
                List.of("title", "until"),
                fieldsAtFault(new NoticeDraft("", "text", false, LocalDate.of(10_000, 1, 1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two\nlines",
                "a\tb",
                "a\u0000b",
                "a\ud800b",
                "a\u007fb",
                "\u202eevil",
                "a\u2066b",
                "\u2800\u3164"
            })
    void refusesTitlesThatAreNotOneLineOfText(String title) {
        assertEquals(List.of("title"), fieldsAtFault(new NoticeDraft(title, "text", false, null)));
    }

    @Test
    void refusesALastDayThatIsOver() {
        assertDoesNotThrow(() -> until(null).refusePast(TODAY));
        assertDoesNotThrow(() -> until(TODAY).refusePast(TODAY));
        assertThrows(Refusal.Unacceptable.class, () -> until(TODAY.minusDays(1)).refusePast(TODAY));
    }

    @Test
    void refusesALastDayBeforeTheOneOnWhichItIsShown() {
        var kolkata = ZoneId.of("Asia/Kolkata");
        // There it is the second of February already.
        var from = Instant.parse("2026-02-01T20:00:00Z");
        assertDoesNotThrow(() -> shown(from, null).refuseOverBeforeShown(kolkata));
        assertDoesNotThrow(() -> shown(null, TODAY).refuseOverBeforeShown(kolkata));
        assertDoesNotThrow(() -> shown(from, LocalDate.of(2026, 2, 2)).refuseOverBeforeShown(kolkata));
        var refusal = assertThrows(Refusal.Unacceptable.class, () -> shown(from, LocalDate.of(2026, 2, 1))
                .refuseOverBeforeShown(kolkata));
        assertEquals("until", refusal.violations().get(0).field());
    }

    private static NoticeDraft shown(Instant from, LocalDate until) {
        return new NoticeDraft("title", "text", false, until, new NoticeOptions(null, null, false, from, null));
    }

    private static NoticeDraft until(LocalDate day) {
        return new NoticeDraft("title", "text", false, day);
    }

    private static List<String> fieldsAtFault(NoticeDraft draft) {
        return assertThrows(Refusal.Unacceptable.class, draft::tidy).violations().stream()
                .map(Violation::field)
                .toList();
    }
}
