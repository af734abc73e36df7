package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;
import org.hostelchat.user.SessionEnd;
import org.hostelchat.user.User;
import org.hostelchat.user.UserRepository;

/** Stores sign-in codes; every change is one short transaction. */
@ApplicationScoped
class SignInCodeRepository {

    private Transactions transactions;
    private ChangeLog changes;
    private AuditTrail trail;

    protected SignInCodeRepository() {}

    @Inject
    SignInCodeRepository(Transactions transactions, ChangeLog changes, AuditTrail trail) {
        this.transactions = transactions;
        this.changes = changes;
        this.trail = trail;
    }

    /**
     * Stores a code in place of the person's earlier one.
     *
     * @throws Refusal.NotAllowed if they are an official
     * @throws Refusal.Conflict if their account is not active, or their stay is over
     */
    public void put(SignInCode code, Caller by, Instant now, LocalDate today) {
        transactions.write(em -> {
            UserRepository.lock(em);
            em.createQuery("delete from SignInCode c where c.userId = :user or c.expiresAt <= :now")
                    .setParameter("user", code.userId())
                    .setParameter("now", now)
                    .executeUpdate();
            var user = em.find(User.class, code.userId());
            if (user == null) throw new Refusal.NotFound("no-such-user", Phrase.of("user.not-registered"));
            refuseUnfit(user, today);
            em.persist(code);
            em.flush();
            trail.record(
                    em,
                    AuditDraft.of(AuditAct.SIGN_IN_CODE_MADE, by)
                            .person(user.id(), user.name(), user.enrolmentNumber()));
            return code;
        });
    }

    private static void refuseUnfit(User user, LocalDate today) {
        if (user.role() == Role.ADMIN)
            throw new Refusal.NotAllowed("not-for-officials", Phrase.of("auth.code-not-for-officials"));
        if (!user.isActive()) throw new Refusal.Conflict("not-active", Phrase.of("auth.code-not-active"));
        if (user.hasLeftBy(today)) throw new Refusal.Conflict("stay-ended", Phrase.of("auth.code-stay-ended"));
    }

    /** Whose code this is; empty if it is unknown, used or too old. */
    public Optional<Long> find(String hash, Instant now) {
        return transactions.read(em -> em.createQuery(
                        "select c.userId from SignInCode c where c.codeHash = :hash and c.expiresAt > :now", Long.class)
                .setParameter("hash", hash)
                .setParameter("now", now)
                .getResultStream()
                .findFirst());
    }

    /**
     * Uses a code up: stores the session that it opens, and replaces the person's password by an initial one that nobody knows, so that they
     * must choose one. Their other sessions end.
     *
     * @param passwordHash of the password that nobody knows
     * @param address of the client
     * @return the person; empty if another request has used the code meanwhile, or it does not hold any more
     */
    public Optional<User> use(
            String hash, SignInSession session, String passwordHash, String address, Instant now, LocalDate today) {
        return transactions.write(em -> {
            UserRepository.lock(em);
            // Of several requests with one code, one deletes it.
            var used = em.createQuery("delete from SignInCode c where c.codeHash = :hash and c.expiresAt > :now")
                    .setParameter("hash", hash)
                    .setParameter("now", now)
                    .executeUpdate();
            var user = used == 0 ? null : em.find(User.class, session.userId());
            if (user == null || user.role() == Role.ADMIN || !user.isActive() || user.hasLeftBy(today))
                return Optional.empty();
            user.givePassword(passwordHash, true, now);
            SessionRepository.removeAll(em, user.id(), SessionEnd.PASSWORD_RESET, now);
            em.persist(session);
            em.flush();
            changes.append(em, Change.SessionsEnded.allBut(user.id(), session.id()));
            trail.record(
                    em,
                    AuditDraft.of(AuditAct.SIGN_IN_CODE_USED, user.asCaller().from(address))
                            .person(user.id(), user.name(), user.enrolmentNumber()));
            return Optional.of(user);
        });
    }

    /** Deletes people's codes within the caller's transaction, because of something else that concerns their accounts. */
    static void removeAll(EntityManager em, Collection<Long> userIds) {
        if (userIds.isEmpty()) return;
        em.createQuery("delete from SignInCode c where c.userId in :users")
                .setParameter("users", userIds)
                .executeUpdate();
    }
}
