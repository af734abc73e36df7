package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;

/**
 * Mutes people for a time: they read everything, but their posts, edits, reactions and pins are refused. {@code message}
 * checks it in the transaction that stores, so it holds for whatever is not yet committed. Officials cannot be muted.
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
public class Muting {

    /** The longest time for which somebody can be muted at once. */
    static final Duration LONGEST = Duration.ofDays(366);

    private final Transactions transactions;
    private final AuditLog audit;
    private final ChangeLog changes;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public Muting(Transactions transactions, AuditLog audit, ChangeLog changes, AuditTrail trail, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.changes = changes;
        this.trail = trail;
        this.clock = clock;
    }

    /** For the CDI proxy. */
    protected Muting() {
        this(null, null, null, null, null);
    }

    /**
     * Mutes somebody, or changes until when or why. The same again changes nothing.
     *
     * @param why shown to the person and kept in the record; null for none
     * @throws Refusal.NotFound if nobody has this number
     * @throws Refusal.Unacceptable if the time is past or more than a year ahead, or the person is an official, or
     *     the reason is no line of text
     */
    public User mute(Caller by, String enrolmentNumber, Instant until, String why) {
        by.requireAdmin();
        var now = clock.instant();
        if (!until.isAfter(now)) throw wrongTime(Phrase.of("user.mute-past"));
        if (until.isAfter(now.plus(LONGEST))) {
            throw wrongTime(Phrase.of("user.mute-too-long", "days", LONGEST.toDays()));
        }
        return change(by, enrolmentNumber, Mute.until(until.truncatedTo(ChronoUnit.MILLIS), why), now);
    }

    /** Lets somebody write again; does nothing for whoever is not muted. */
    public User unmute(Caller by, String enrolmentNumber) {
        by.requireAdmin();
        return change(by, enrolmentNumber, null, clock.instant());
    }

    private User change(Caller by, String enrolmentNumber, Mute mute, Instant now) {
        return transactions.write(em -> {
            // The same lock as changes of roles, so that nobody becomes an official in between.
            UserRepository.lock(em);
            var user = UserQuery.find(em, enrolmentNumber).orElseThrow(UserRefusals::nobody);
            if (mute != null && user.role() == Role.ADMIN) {
                throw new Refusal.Unacceptable("officials-not-muted", "until", Phrase.of("user.mute-official"));
            }
            var before = user.muted(now);
            if (mute == null ? before == null : isSame(mute, before)) return user;
            user.mute(mute);
            changes.append(em, new Change.UserChanged(user.id()));
            var act = mute == null ? AuditAct.USER_UNMUTED : AuditAct.USER_MUTED;
            trail.record(
                    em,
                    new UserRecord(user)
                            .of(act, by)
                            .change("until", until(before), until(mute))
                            .name("why", why(before), why(mute)));
            audit.recordOnSuccess(act.code(), by, "user", user.id(), "until", String.valueOf(until(mute)));
            return user;
        });
    }

    private static boolean isSame(Mute mute, Mute before) {
        return before != null && mute.until().equals(before.until()) && Objects.equals(mute.why(), before.why());
    }

    private static Instant until(Mute mute) {
        return mute == null ? null : mute.until();
    }

    private static String why(Mute mute) {
        return mute == null ? null : mute.why();
    }

    private static Refusal wrongTime(Phrase why) {
        return new Refusal.Unacceptable("wrong-time", "until", why);
    }
}
