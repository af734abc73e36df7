package org.hostelchat.auth;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.storage.Transactions;
import org.hostelchat.user.SessionEnd;
import org.hostelchat.user.User;

/** Ends sessions and tokens of people whose last day in the hostel is over. */
final class DepartedSessions {

    /** The most people of one transaction, so that others do not wait noticeably for the database. */
    private static final int MOST_AT_ONCE = 200;

    private static final String WITH_SOMETHING_TO_END =
            "select u from User u where u.residence.until < :today and (exists (select s.userId from SignInSession s"
                    + " where s.userId = u.id) or exists (select t.id from AccessToken t where t.userId = u.id))";

    private final Transactions transactions;
    private final ChangeLog changes;
    private final AuditTrail trail;

    DepartedSessions(Transactions transactions, ChangeLog changes, AuditTrail trail) {
        this.transactions = transactions;
        this.changes = changes;
        this.trail = trail;
    }

    /** Ends sessions and personal tokens of at most 200 people whose last day is before this one; the rest is left for the next call. */
    void end(LocalDate today, Instant now) {
        // There is seldom anybody; this is checked without the lock for which the message writer waits.
        if (transactions.read(em -> find(em, today, 1).isEmpty())) return;
        transactions.write(em -> {
            var ended = new ArrayList<Change>();
            var acts = new ArrayList<AuditDraft>();
            for (var user : find(em, today, MOST_AT_ONCE)) {
                SessionRepository.removeAll(em, user.id(), SessionEnd.STAY_ENDED, now);
                var tokens = AccessTokenRepository.removeAll(em, user.id());
                acts.addAll(TokenRecord.of(em, AuditAct.TOKEN_REVOKED, null, tokens));
                ended.add(Change.SessionsEnded.all(user.id()));
            }
            changes.append(em, ended);
            trail.record(em, acts);
            return ended;
        });
    }

    private static List<User> find(EntityManager em, LocalDate today, int limit) {
        return em.createQuery(WITH_SOMETHING_TO_END, User.class)
                .setParameter("today", today.toString())
                .setMaxResults(limit)
                .getResultList();
    }
}
