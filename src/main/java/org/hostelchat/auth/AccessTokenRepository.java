package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;
import org.hostelchat.user.User;
import org.hostelchat.user.UserRepository;

/** Access tokens as they are stored: every change is one short transaction. */
@ApplicationScoped
class AccessTokenRepository {

    private Transactions transactions;
    private Event<SessionsEnded> ended;

    protected AccessTokenRepository() {}

    @Inject
    AccessTokenRepository(Transactions transactions, Event<SessionsEnded> ended) {
        this.transactions = transactions;
        this.ended = ended;
    }

    /**
     * @throws Refusal.NotAllowed if its maker is no official any more
     * @throws Refusal.Unacceptable if they have one of this name
     */
    public AccessToken add(AccessToken token) {
        return transactions.write(em -> {
            UserRepository.lock(em);
            if (signIn(em, token).isEmpty()) throw Caller.adminsOnly();
            if (isTaken(em, token)) {
                throw new Refusal.Unacceptable(
                        "invalid-token",
                        "name",
                        "You already have a token with this name. If you did not see it, delete it and make a new one.");
            }
            em.persist(token);
            return token;
        });
    }

    public AccessToken remove(long id) {
        return transactions.write(em -> {
            var token = find(em, id);
            em.remove(token);
            var owner = token.userId() == null ? Caller.OPERATOR.id() : token.userId();
            ended.fire(SessionsEnded.one(owner, token.session()));
            return token;
        });
    }

    /** Takes all of somebody's away, within the caller's transaction. */
    static List<AccessToken> removeAll(EntityManager em, User owner, Event<SessionsEnded> ended) {
        var tokens = em.createQuery("select t from AccessToken t where t.userId = :owner", AccessToken.class)
                .setParameter("owner", owner.id())
                .getResultList();
        for (var token : tokens) {
            em.remove(token);
            ended.fire(SessionsEnded.one(owner.id(), token.session()));
        }
        return tokens;
    }

    public AccessToken find(long id) {
        return transactions.read(em -> find(em, id));
    }

    private static AccessToken find(EntityManager em, long id) {
        var token = em.find(AccessToken.class, id);
        if (token == null) throw new Refusal.NotFound("no-such-token", "There is no token with this number.");
        return token;
    }

    /** Writes down when tokens were last used, by the names of their sessions. */
    public void used(Map<String, Instant> lastUses) {
        transactions.write(em -> {
            lastUses.forEach((session, at) -> AccessToken.idOf(session)
                    .map(id -> em.find(AccessToken.class, id))
                    .ifPresent(token -> token.used(at)));
            return lastUses;
        });
    }

    public List<AccessToken> list(long after, int limit) {
        return transactions.read(
                em -> em.createQuery("select t from AccessToken t where t.id > :after order by t.id", AccessToken.class)
                        .setParameter("after", after)
                        .setMaxResults(limit)
                        .getResultList());
    }

    /** Empty if there is no such token, or its owner is no active admin. */
    public Optional<SignedIn> signIn(String tokenHash) {
        return transactions.read(
                em -> em.createQuery("select t from AccessToken t where t.tokenHash = :hash", AccessToken.class)
                        .setParameter("hash", tokenHash)
                        .getResultStream()
                        .findFirst()
                        .flatMap(token -> signIn(em, token)));
    }

    /** The same by the token's number. */
    public Optional<SignedIn> signIn(long id) {
        return transactions.read(
                em -> Optional.ofNullable(em.find(AccessToken.class, id)).flatMap(token -> signIn(em, token)));
    }

    private static boolean isTaken(EntityManager em, AccessToken token) {
        return em.createQuery("select t from AccessToken t where t.name = :name", AccessToken.class)
                .setParameter("name", token.name())
                .getResultStream()
                .anyMatch(other -> Objects.equals(other.userId(), token.userId()));
    }

    private static Optional<SignedIn> signIn(EntityManager em, AccessToken token) {
        if (token.userId() == null) return Optional.of(new SignedIn(Caller.OPERATOR, token.session()));
        return Optional.ofNullable(em.find(User.class, token.userId()))
                .filter(User::isActiveAdmin)
                .map(user -> new SignedIn(user.asCaller(), token.session()));
    }
}
