package org.hostelchat.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.refusal.Violation;
import org.hostelchat.room.Audience;
import org.hostelchat.text.PlainText;

/**
 * Whom a notice concerns, and how it is on the board. All of it is optional.
 *
 * @param audience null for everybody
 * @param category one line of at most {@value #LONGEST_CATEGORY} code points, by which the board is filtered; or null
 * @param pinned whether it is above the others
 * @param from when it is shown; null for at once
 * @param acknowledgeBy until when it is to be acknowledged, or null
 */
public record NoticeOptions(Audience audience, String category, boolean pinned, Instant from, Instant acknowledgeBy) {

    public static final int LONGEST_CATEGORY = 40;

    /** For everybody, at once, among the others. */
    public static final NoticeOptions NONE = new NoticeOptions(null, null, false, null, null);

    /** Later times would be no plan. */
    private static final Duration LONGEST_AHEAD = Duration.ofDays(3_653);

    /** @param violations to which invalid fields are added */
    NoticeOptions tidy(List<Violation> violations) {
        var tidyCategory = category == null || category.isBlank() ? null : category;
        if (tidyCategory != null) {
            try {
                tidyCategory = PlainText.checkLine("category", tidyCategory, LONGEST_CATEGORY);
            } catch (Refusal.Unacceptable refusal) {
                violations.addAll(refusal.violations());
            }
        }
        if (from != null && acknowledgeBy != null && !acknowledgeBy.isAfter(from)) {
            violations.add(new Violation("acknowledgeBy", Phrase.of("notice.due-before-shown")));
        }
        return new NoticeOptions(audience, tidyCategory, pinned, from, acknowledgeBy);
    }

    /**
     * Refuses times that are over, or too far ahead.
     *
     * @param before what was stored, whose times are not checked again
     */
    List<Violation> wrongTimes(NoticeOptions before, Instant now) {
        var violations = new ArrayList<Violation>();
        var isNewDue = acknowledgeBy != null && !acknowledgeBy.equals(before.acknowledgeBy);
        if (isNewDue && !acknowledgeBy.isAfter(now)) {
            violations.add(new Violation("acknowledgeBy", Phrase.of("notice.due-over")));
        }
        if (isNewDue && isTooFar(acknowledgeBy, now)) {
            violations.add(new Violation("acknowledgeBy", Phrase.of("notice.too-far")));
        }
        if (from != null && isTooFar(from, now)) {
            violations.add(new Violation("from", Phrase.of("notice.too-far")));
        }
        return violations;
    }

    private static boolean isTooFar(Instant time, Instant now) {
        return time.isAfter(now.plus(LONGEST_AHEAD));
    }

    /** Whether it is not to be shown yet. */
    boolean isLater(Instant now) {
        return from != null && from.isAfter(now);
    }
}
