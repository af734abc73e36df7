package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
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

/** Stores sign-in sessions; every change is one short transaction. */
@ApplicationScoped
class SessionRepository {

    /** A session and its user. */
    record Row(SignInSession session, User user) {}

    private Transactions transactions;
    private ChangeLog changes;
    private AuditTrail trail;
    private DepartedSessions departed;

    protected SessionRepository() {}

    @Inject
    SessionRepository(Transactions transactions, ChangeLog changes, AuditTrail trail) {
        this.transactions = transactions;
        this.changes = changes;
        this.trail = trail;
        this.departed = new DepartedSessions(transactions, changes, trail);
    }

    /**
     * Stores a new session. An official's sign-in is recorded.
     *
     * @param address of the client
     * @throws org.hostelchat.refusal.Refusal.NotSignedIn if the password or the account's state has changed since the
     * user was verified
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

    /** A draft for something that users do to their own account. */
    private static AuditDraft own(AuditAct act, Caller by) {
        return AuditDraft.of(act, by).person(by.id(), by.name(), null);
    }

    /**
     * Ends those of the given sessions that belong to the caller.
     *
     * @param elsewhere whether they are on other devices, which is recorded
     * @return how many sessions ended
     */
    public int remove(Caller by, Set<String> ids, boolean elsewhere, Instant now) {
        var userId = by.id();
        return transactions.write(em -> {
            // The caller's sessions are few, however many ids are given.
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
            // Recorded for officials only: others could repeat it without limit and hide everything else.
            if (elsewhere && by.isAdmin())
                trail.record(em, own(AuditAct.SIGNED_OUT_ELSEWHERE, by).change("sessions", count, null));
            return count;
        });
    }

    /**
     * Ends all sessions of the caller and deletes their personal tokens.
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

    /** Ends all of a user's sessions within the caller's transaction; the caller appends that to the log of changes. */
    static int removeAll(EntityManager em, long userId, SessionEnd why, Instant now) {
        return EndedSession.end(em, why, now, "s.userId = :user", Map.of("user", userId));
    }

    /**
     * Ends all of a user's sessions but one after a change of password, within the caller's transaction; the caller
     * appends that to the log of changes.
     */
    static int removeOthers(EntityManager em, long userId, String keptId, Instant now) {
        return EndedSession.end(
                em,
                SessionEnd.PASSWORD_CHANGED,
                now,
                "s.userId = :user and s.tokenHash <> :kept",
                Map.of("user", userId, "kept", keptId));
    }

    /** Stores that the password was confirmed. */
    public void authenticated(String id, Instant at) {
        transactions.write(
                em -> em.createQuery("update SignInSession s set s.authenticatedAt = :at where s.tokenHash = :id")
                        .setParameter("at", at)
                        .setParameter("id", id)
                        .executeUpdate());
    }

    /** Stores when sessions were last used, and their users last seen. */
    public void used(Map<String, Instant> lastUses) {
        transactions.write(em -> {
            // One statement, because the writer of messages waits for the lock that this transaction holds.
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

    /** Corrects times that lie in the future. */
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

    /** Ends sessions that were created or last used before the given times. */
    public void removeExpired(boolean remembered, Instant createdBefore, Instant usedBefore, Instant now) {
        transactions.write(em -> EndedSession.end(
                em,
                SessionEnd.EXPIRED,
                now,
                "s.remembered = :remembered and (s.createdAt < :created or s.lastSeenAt < :used)",
                Map.of("remembered", remembered, "created", createdBefore, "used", usedBefore)));
    }

    /** As {@link DepartedSessions#end}. */
    public void removeOfDeparted(LocalDate today, Instant now) {
        departed.end(today, now);
    }

    /** Deletes the reasons of sessions that ended before this time. */
    public void forgetEnded(Instant before) {
        transactions.write(em -> em.createQuery("delete from EndedSession s where s.endedAt < :before")
                .setParameter("before", before)
                .executeUpdate());
    }

    /** Why a session has ended; empty if it has not, is unknown, or ended too long ago. */
    public Optional<EndedSession> findEnded(String id) {
        return transactions.read(em -> Optional.ofNullable(em.find(EndedSession.class, id)));
    }

    /** A user's sessions, the most recently used first. */
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
