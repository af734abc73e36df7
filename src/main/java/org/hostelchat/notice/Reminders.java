package org.hostelchat.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;

/**
 * Reminds those who have not acknowledged a notice: it is unread again for them, and above the others on their board.
 * Only the time is stored; who it is for follows from the receipts. Thread-safe.
 */
@ApplicationScoped
public class Reminders {

    /** No notice reminds more often. */
    static final Duration PAUSE = Duration.ofHours(1);

    private final Transactions transactions;
    private final NoticeSettings settings;
    private final NoticeRecord record;
    private final ChangeLog changes;

    @Inject
    Reminders(Transactions transactions, NoticeSettings settings, NoticeRecord record, ChangeLog changes) {
        this.transactions = transactions;
        this.settings = settings;
        this.record = record;
        this.changes = changes;
    }

    /** For the CDI proxy. */
    protected Reminders() {
        this(null, null, null, null);
    }

    /**
     * @param reminded how many people were reminded
     * @param next when the next reminder is possible
     */
    public record Reminded(long reminded, Instant next) {}

    /**
     * @throws Refusal.NotFound if there is no such notice on the board
     * @throws Refusal.Conflict if it does not ask for acknowledgement, is not shown yet, or its last day is over
     * @throws Refusal.TooFast if the last reminder was less than an hour ago
     */
    public Reminded remind(Caller caller, long id) {
        caller.requireAdmin();
        return transactions.write(em -> {
            var notice = NoticePosting.locked(em, id);
            if (notice.withdrawnAt() != null) throw Notices.notThere();
            var isOver = notice.until() != null && notice.until().isBefore(settings.today());
            if (!notice.acknowledge() || !notice.isShown() || isOver) {
                throw new Refusal.Conflict("nobody-to-remind", Phrase.of("notice.nobody-to-remind"));
            }
            var now = settings.now();
            refuseTooSoon(notice.remindedAt(), now);
            var people = Acknowledgements.missing(em, notice).size();
            if (people == 0) return new Reminded(0, now);
            notice.remind(now);
            changes.append(em, new Change.NoticeReminded(id, notice.roomId()));
            record.reminded(em, caller, notice, people);
            return new Reminded(people, now.plus(PAUSE));
        });
    }

    /** A clock that was set back does not forbid reminders for longer than the pause. */
    private static void refuseTooSoon(Instant last, Instant now) {
        if (last == null || last.isAfter(now)) return;
        var wait = Duration.between(now, last.plus(PAUSE));
        if (wait.compareTo(Duration.ZERO) > 0) {
            throw new Refusal.TooFast(
                    "reminded-already", Phrase.counted("notice.reminded-already", minutes(wait)), wait);
        }
    }

    private static long minutes(Duration wait) {
        return wait.plusSeconds(59).toMinutes();
    }
}
