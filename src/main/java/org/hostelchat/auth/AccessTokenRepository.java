package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;
import org.hostelchat.user.User;
import org.hostelchat.user.UserRepository;
import org.hostelchat.user.Verified;

/** Stores access tokens; every change is one short transaction. */
@ApplicationScoped
class AccessTokenRepository {

    private Transactions transactions;
    private ChangeLog changes;
    private AuditTrail trail;

    protected AccessTokenRepository() {}

    @Inject
    AccessTokenRepository(Transactions transactions, ChangeLog changes, AuditTrail trail) {
        this.transactions = transactions;
        this.changes = changes;
        this.trail = trail;
    }

    /**
     * @param verified its maker, as read when their password was verified; null for the operator
     * @throws Refusal.NotAllowed if its maker is not an official any more
     * @throws Refusal.NotSignedIn if their password has changed meanwhile
     * @throws Refusal.Unacceptable if they have a token of this name
     */
    public AccessToken add(AccessToken token, User verified, Caller by) {
        return transactions.write(em -> {
            UserRepository.lock(em);
            if (verified != null) {
                Verified.requireStill(em, verified);
                if (!em.find(User.class, verified.id()).isActiveAdmin()) throw Caller.adminsOnly();
            }
            if (isTaken(em, token)) {
                throw new Refusal.Unacceptable("invalid-token", "name", Phrase.of("auth.token-name-taken"));
            }
            em.persist(token);
            em.flush();
            trail.record(em, TokenRecord.of(em, AuditAct.TOKEN_CREATED, by, List.of(token)));
            return token;
        });
    }

    public AccessToken remove(long id, Caller by) {
        return transactions.write(em -> {
            var token = find(em, id);
            em.remove(token);
            changes.append(em, token.ended());
            trail.record(em, TokenRecord.of(em, AuditAct.TOKEN_REVOKED, by, List.of(token)));
            return token;
        });
    }

    /**
     * Deletes all of a user's tokens within the caller's transaction; the caller appends that to the log of changes.
     */
    static List<AccessToken> removeAll(EntityManager em, long ownerId) {
        var tokens = em.createQuery("select t from AccessToken t where t.userId = :owner", AccessToken.class)
                .setParameter("owner", ownerId)
                .getResultList();
        tokens.forEach(em::remove);
        return tokens;
    }

    /** Deletes expired tokens and returns them. */
    public List<AccessToken> removeExpired(Instant now) {
        var query = "select t from AccessToken t where t.expiresAt <= :now";
        // Checked first, because usually there are none, and a write would delay the writer of messages.
        var some = transactions.read(em -> !em.createQuery(query, AccessToken.class)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
        if (!some) return List.of();
        return transactions.write(em -> {
            var expired = em.createQuery(query, AccessToken.class)
                    .setParameter("now", now)
                    .getResultList();
            expired.forEach(em::remove);
            changes.append(em, expired.stream().map(AccessToken::ended).toList());
            trail.record(em, TokenRecord.of(em, AuditAct.TOKEN_EXPIRED, null, expired));
            return expired;
        });
    }

    public AccessToken find(long id) {
        return transactions.read(em -> find(em, id));
    }

    private static AccessToken find(EntityManager em, long id) {
        var token = em.find(AccessToken.class, id);
        if (token == null) throw new Refusal.NotFound("no-such-token", Phrase.of("auth.no-such-token"));
        return token;
    }

    /** Stores when tokens were last used, by session name. */
    public void used(Map<String, Instant> lastUses) {
        transactions.write(em -> {
            lastUses.forEach((session, at) -> AccessToken.idOf(session)
                    .map(id -> em.find(AccessToken.class, id))
                    .ifPresent(token -> token.used(at)));
            return lastUses;
        });
    }

    public List<ListedToken> list(long after, int limit) {
        return transactions.read(em -> em.createQuery(
                        "select t, u.name from AccessToken t left join User u on u.id = t.makerId where t.id > :after"
                                + " order by t.id",
                        Object[].class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new ListedToken((AccessToken) row[0], (String) row[1]))
                .toList());
    }

    /** Empty if there is no such token, it has expired, or its owner is not an active admin. */
    public Optional<SignedIn> signIn(String tokenHash, Instant now) {
        return transactions.read(
                em -> em.createQuery("select t from AccessToken t where t.tokenHash = :hash", AccessToken.class)
                        .setParameter("hash", tokenHash)
                        .getResultStream()
                        .findFirst()
                        .flatMap(token -> signIn(em, token, now)));
    }

    /** The same by the token's id. */
    public Optional<SignedIn> signIn(long id, Instant now) {
        return transactions.read(
                em -> Optional.ofNullable(em.find(AccessToken.class, id)).flatMap(token -> signIn(em, token, now)));
    }

    private static boolean isTaken(EntityManager em, AccessToken token) {
        return em.createQuery("select t from AccessToken t where t.name = :name", AccessToken.class)
                .setParameter("name", token.name())
                .getResultStream()
                .anyMatch(other -> Objects.equals(other.userId(), token.userId()));
    }

    private static Optional<SignedIn> signIn(EntityManager em, AccessToken token, Instant now) {
        if (!token.holdsAt(now)) return Optional.empty();
        if (token.isMachines()) {
            var office = Caller.OPERATOR.byToken(token.id(), token.name());
            return Optional.of(new SignedIn(office, token.session(), token.scope()));
        }
        return Optional.ofNullable(em.find(User.class, token.userId()))
                .filter(User::isActiveAdmin)
                .map(user -> new SignedIn(
                        user.asCaller().byToken(token.id(), token.name()), token.session(), token.scope()));
    }
}
