package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.principal.Caller;
import org.hostelchat.storage.Transactions;
import org.hostelchat.user.SessionEnd;
import org.hostelchat.user.User;
import org.hostelchat.user.Verified;

/** Sign-in sessions as they are stored: every change is one short transaction. */
@ApplicationScoped
class SessionRepository {

    /** A session and whose it is. */
    record Row(SignInSession session, User user) {}

    private Transactions transactions;
    private ChangeLog changes;
    private AuditTrail trail;

    protected SessionRepository() {}

    @Inject
    SessionRepository(Transactions transactions, ChangeLog changes, AuditTrail trail) {
        this.transactions = transactions;
        this.changes = changes;
        this.trail = trail;
    }

    /**
     * Stores a session that begins. That an official has signed in is recorded.
     *
     * @param address from where
     * @throws org.hostelchat.refusal.Refusal.NotSignedIn if what the user was verified by does not hold any more
     */
    public void add(SignInSession session, User verified, String address) {
        transactions.write(em -> {
            Verified.requireStill(em, verified);
            em.persist(session);
            if (verified.isActiveAdmin()) {
                trail.record(
                        em,
                        AuditDraft.of(AuditAct.SIGNED_IN, verified.asCaller().from(address))
                                .person(verified.id(), verified.name(), verified.enrolmentNumber()));
            }
            return session;
        });
    }

    /** What somebody does to their own account. */
    private static AuditDraft own(AuditAct act, Caller by) {
        return AuditDraft.of(act, by).person(by.id(), by.name(), null);
    }

    /**
     * Those of the given sessions that are the person's end, by their own wish.
     *
     * @param elsewhere whether these are on other devices, which is recorded
     * @return how many these were
     */
    public int remove(Caller by, Set<String> ids, boolean elsewhere, Instant now) {
        var userId = by.id();
        return transactions.write(em -> {
            // One's own are few, whatever one is given.
            var own = em.createQuery("select s.tokenHash from SignInSession s where s.userId = :user", String.class)
                    .setParameter("user", userId)
                    .getResultStream()
                    .filter(ids::contains)
                    .toList();
            if (own.isEmpty()) return 0;
            var count = EndedSession.end(
                    em,
                    SessionEnd.SIGNED_OUT,
                    now,
                    "s.tokenHash in :ids and s.userId = :user",
                    Map.of("ids", own, "user", userId));
            changes.append(
                    em,
                    own.stream().map(id -> Change.SessionsEnded.one(userId, id)).toList());
            // Of officials: others can do it without end, and bury everything else.
            if (elsewhere && by.isAdmin())
                trail.record(em, own(AuditAct.SIGNED_OUT_ELSEWHERE, by).change("sessions", count, null));
            return count;
        });
    }

    /**
     * Ends all of a user's by their own wish, and their personal tokens.
     *
     * @return the tokens
     */
    public List<AccessToken> removeAll(Caller by, Instant now) {
        return transactions.write(em -> {
            var count = removeAll(em, by.id(), SessionEnd.SIGNED_OUT, now);
            var tokens = AccessTokenRepository.removeAll(em, by.id());
            var acts = new ArrayList<AuditDraft>();
            if (by.isAdmin()) acts.add(own(AuditAct.SIGNED_OUT_EVERYWHERE, by).change("sessions", count, null));
            acts.addAll(TokenRecord.of(em, AuditAct.TOKEN_REVOKED, by, tokens));
            changes.append(em, Change.SessionsEnded.all(by.id()));
            trail.record(em, acts);
            return tokens;
        });
    }

    /** Ends all of a user's, within the caller's transaction, which appends that to the log of changes. */
    static int removeAll(EntityManager em, long userId, SessionEnd why, Instant now) {
        return EndedSession.end(em, why, now, "s.userId = :user", Map.of("user", userId));
    }

    /** Ends all of a user's but one, within the caller's transaction, because another password was chosen; the caller appends that. */
    static int removeOthers(EntityManager em, long userId, String keptId, Instant now) {
        return EndedSession.end(
                em,
                SessionEnd.PASSWORD_CHANGED,
                now,
                "s.userId = :user and s.tokenHash <> :kept",
                Map.of("user", userId, "kept", keptId));
    }

    /** Writes down that the password was given once more. */
    public void authenticated(String id, Instant at) {
        transactions.write(
                em -> em.createQuery("update SignInSession s set s.authenticatedAt = :at where s.tokenHash = :id")
                        .setParameter("at", at)
                        .setParameter("id", id)
                        .executeUpdate());
    }

    /** Writes down when sessions were last used, and their users last seen. */
    public void used(Map<String, Instant> lastUses) {
        transactions.write(em -> {
            // One query: whoever has something to say waits for the lock that this holds.
            em.createQuery(
                            "select s, u from SignInSession s, User u where s.tokenHash in :ids and u.id = s.userId",
                            Object[].class)
                    .setParameter("ids", lastUses.keySet())
                    .getResultStream()
                    .forEach(pair -> {
                        var session = (SignInSession) pair[0];
                        var at = lastUses.get(session.id());
                        session.used(at);
                        ((User) pair[1]).seen(at);
                    });
            return lastUses;
        });
    }

    /** No session was begun, used or confirmed later than now. */
    public void notLaterThan(Instant now) {
        transactions.write(em -> {
            for (var time : List.of("createdAt", "lastSeenAt", "authenticatedAt")) {
                em.createQuery("update SignInSession s set s." + time + " = :now where s." + time + " > :now")
                        .setParameter("now", now)
                        .executeUpdate();
            }
            return now;
        });
    }

    /** Ends the sessions that were made or last used before the given times, whichever applies to them. */
    public void removeExpired(boolean remembered, Instant createdBefore, Instant usedBefore, Instant now) {
        transactions.write(em -> EndedSession.end(
                em,
                SessionEnd.EXPIRED,
                now,
                "s.remembered = :remembered and (s.createdAt < :created or s.lastSeenAt < :used)",
                Map.of("remembered", remembered, "created", createdBefore, "used", usedBefore)));
    }

    /** Forgets why sessions ended that ended before this. */
    public void forgetEnded(Instant before) {
        transactions.write(em -> em.createQuery("delete from EndedSession s where s.endedAt < :before")
                .setParameter("before", before)
                .executeUpdate());
    }

    /** Why a session is over; empty if it is not, never was, or ended too long ago. */
    public Optional<EndedSession> findEnded(String id) {
        return transactions.read(em -> Optional.ofNullable(em.find(EndedSession.class, id)));
    }

    /** A person's sessions, the one used last first. */
    public List<SignInSession> of(long userId, int limit) {
        return transactions.read(em -> em.createQuery(
                        "select s from SignInSession s where s.userId = :user order by s.lastSeenAt desc",
                        SignInSession.class)
                .setParameter("user", userId)
                .setMaxResults(limit)
                .getResultList());
    }

    public Optional<Row> find(String id) {
        return transactions.read(em -> em.createQuery(
                        "select s, u from SignInSession s, User u"
                                + " where s.tokenHash = :id and u.id = s.userId and u.active = true",
                        Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(pair -> new Row((SignInSession) pair[0], (User) pair[1])));
    }
}
