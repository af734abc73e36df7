package org.hostelchat.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.Transactions;
import org.hostelchat.text.PlainText;

/** Brings messages to the office. Thread-safe. */
@ApplicationScoped
public class Reporting {

    /** The longest reason, in Unicode code points. */
    public static final int LONGEST_WHY = 500;

    /** How many messages a person may report in 24 hours. */
    static final int MOST_A_DAY = 50;

    private final Transactions transactions;
    private final RoomAccess access;
    private final Clock clock;

    @Inject
    public Reporting(Transactions transactions, RoomAccess access, Clock clock) {
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /** For the CDI proxy. */
    protected Reporting() {
        this(null, null, null);
    }

    /**
     * Reports a message that the caller may read. Does nothing if they have reported it before.
     *
     * @throws Refusal.NotFound if there is no such room or message for the caller, or it was deleted
     * @throws Refusal.Unacceptable if there is no reason, it is too long, or the message is the caller's own
     * @throws Refusal.Conflict if the caller has reported too many
     */
    public void report(Caller caller, long room, long seq, String why) {
        var reach = access.require(caller, room);
        var reason = PlainText.check("why", why, LONGEST_WHY);
        transactions.write(em -> {
            requireReportable(em, caller, reach, seq);
            var now = clock.millis();
            refuseTooMany(em, caller, room, seq, now - Duration.ofDays(1).toMillis());
            return em.createNativeQuery(
                            """
                            insert into reports (room_id, seq, user_id, first_seq, why, at) values (?1, ?2, ?3, ?4, ?5, ?6)
                            on conflict (room_id, seq, user_id) do nothing""")
                    .setParameter(1, room)
                    .setParameter(2, seq)
                    .setParameter(3, caller.id())
                    .setParameter(4, reach.first())
                    .setParameter(5, reason)
                    .setParameter(6, now)
                    .executeUpdate();
        });
    }

    private static void requireReportable(EntityManager em, Caller caller, RoomAccess.Reach reach, long seq) {
        var authors = em.createNativeQuery(
                        "select m.author_id, m.seq from messages m where m.room_id = ?1 and m.seq = ?2 and m.kind = 'POSTED'")
                .setParameter(1, reach.room().id())
                .setParameter(2, seq)
                .getResultList();
        if (authors.isEmpty() || seq < reach.first()) {
            throw new Refusal.NotFound("no-such-message", Phrase.of("message.gone"));
        }
        var author = ((Object[]) authors.get(0))[0];
        if (author != null && Columns.number(author) == caller.id()) {
            throw new Refusal.Unacceptable("own-message", "seq", Phrase.of("report.own"));
        }
    }

    private static void refuseTooMany(EntityManager em, Caller caller, long room, long seq, long since) {
        var others = em.createNativeQuery("select count(*) from reports where user_id = ?1 and at > ?2"
                        + " and not (room_id = ?3 and seq = ?4)")
                .setParameter(1, caller.id())
                .setParameter(2, since)
                .setParameter(3, room)
                .setParameter(4, seq)
                .getSingleResult();
        if (Columns.number(others) >= MOST_A_DAY) {
            throw new Refusal.Conflict("too-many-reports", Phrase.of("report.too-many", "most", MOST_A_DAY));
        }
    }
}
