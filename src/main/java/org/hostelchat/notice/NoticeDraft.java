package org.hostelchat.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.refusal.Violation;
import org.hostelchat.text.PlainText;

/**
 * The content of a notice.
 *
 * @param title one line of 1 to {@value #LONGEST_TITLE} code points
 * @param text 1 to {@value #LONGEST_TEXT} code points, with line breaks
 * @param acknowledge whether residents are asked to acknowledge it
 * @param until its last day in the hostel's time zone, or null if it stays until it is withdrawn
 */
public record NoticeDraft(String title, String text, boolean acknowledge, LocalDate until, NoticeOptions options) {

    public static final int LONGEST_TITLE = 120;
    public static final int LONGEST_TEXT = 4_000;

    /** For everybody, at once. */
    public NoticeDraft(String title, String text, boolean acknowledge, LocalDate until) {
        this(title, text, acknowledge, until, NoticeOptions.NONE);
    }

    /**
     * A copy in the normalised form that is stored.
     *
     * @throws Refusal.Unacceptable naming every invalid field
     */
    NoticeDraft tidy() {
        var violations = new ArrayList<Violation>();
        var tidyTitle = collect(violations, () -> PlainText.checkLine("title", title, LONGEST_TITLE));
        var tidyText = collect(violations, () -> PlainText.check("text", text, LONGEST_TEXT));
        // Years of more than four digits would be sorted wrongly as text.
        if (until != null && until.getYear() > 9999) {
            violations.add(new Violation("until", Phrase.of("notice.day-too-late")));
        }
        var tidyOptions = options.tidy(violations);
        refuse(violations);
        // Whoever says until when asks for it.
        return new NoticeDraft(tidyTitle, tidyText, acknowledge || options.acknowledgeBy() != null, until, tidyOptions);
    }

    /** @throws Refusal.Unacceptable if the last day is in the past */
    void refusePast(LocalDate today) {
        if (until != null && until.isBefore(today)) {
            refuse(List.of(new Violation("until", Phrase.of("notice.day-over", "today", today))));
        }
    }

    /**
     * @param zone in which the last day ends
     * @throws Refusal.Unacceptable if the last day is before the one on which it is shown: nobody would see it
     */
    void refuseOverBeforeShown(ZoneId zone) {
        var from = options.from();
        if (until != null && from != null && until.isBefore(LocalDate.ofInstant(from, zone))) {
            refuse(List.of(new Violation("until", Phrase.of("notice.over-before-shown"))));
        }
    }

    /**
     * @param before what was stored, whose times are not checked again
     * @throws Refusal.Unacceptable if a time is over, or too far ahead
     */
    void refuseWrongTimes(NoticeOptions before, Instant now) {
        refuse(options.wrongTimes(before, now));
    }

    private static void refuse(List<Violation> violations) {
        if (violations.isEmpty()) return;
        var detail = violations.size() == 1 ? violations.get(0).phrase() : Phrase.of("notice.not-saved");
        throw new Refusal.Unacceptable("unacceptable-notice", detail, violations);
    }

    /**
     * As {@link #tidy}, of one that is still being written: title and text may be missing.
     *
     * @throws Refusal.Unacceptable naming every invalid field
     */
    NoticeDraft tidyUnfinished() {
        var violations = new ArrayList<Violation>();
        var tidyTitle =
                isBlank(title) ? "" : collect(violations, () -> PlainText.checkLine("title", title, LONGEST_TITLE));
        var tidyText = isBlank(text) ? "" : collect(violations, () -> PlainText.check("text", text, LONGEST_TEXT));
        var tidyOptions = options.tidy(violations);
        refuse(violations);
        return new NoticeDraft(tidyTitle, tidyText, acknowledge, until, tidyOptions);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static String collect(List<Violation> violations, Supplier<String> check) {
        try {
            return check.get();
        } catch (Refusal.Unacceptable refusal) {
            violations.addAll(refusal.violations());
            return "";
        }
    }
}
