package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Transactions;

/**
 * The residents' register as it is stored: every change is one short transaction. Those that could take the last admin away lock
 * the hostel's one row first, so that no two of them go by the same count.
 */
@ApplicationScoped
public class UserRepository {

    private Transactions transactions;
    private Event<UserErasing> erasing;
    private Event<UserErased> erased;
    private Event<UserChanged> changed;
    private Credentials credentials;

    protected UserRepository() {}

    @Inject
    public UserRepository(
            Transactions transactions,
            Event<UserErasing> erasing,
            Event<UserErased> erased,
            Event<UserChanged> changed,
            Credentials credentials) {
        this.transactions = transactions;
        this.erasing = erasing;
        this.erased = erased;
        this.changed = changed;
        this.credentials = credentials;
    }

    /** @throws Refusal.Conflict if somebody else has the enrolment number */
    public void add(User user) {
        write(em -> insert(em, user));
    }

    /**
     * Adds the hostel's first official.
     *
     * @throws Refusal.NotAllowed if there is one already
     */
    public void addFirstAdmin(User user) {
        write(em -> {
            if (admins(em, 0) > 0) throw Register.isSetUp();
            return insert(em, user);
        });
    }

    /** @param name the new name in its normal form, or null to keep the old one */
    public User change(String enrolmentNumber, String name, UserChange change, Caller by) {
        return write(em -> {
            var user = get(em, enrolmentNumber);
            var wasAdmin = user.isActiveAdmin();
            if (name != null) user.rename(name);
            if (change.role() != null) user.become(change.role());
            if (change.active() != null) user.setActive(change.active());
            if (wasAdmin && !user.isActiveAdmin()) refuseWithoutAdmin(em, user);
            fireChanged(user);
            if (!user.isActive()) credentials.endSessions(em, user);
            // Who comes back into office must not find tokens that slept till then.
            if (!wasAdmin || !user.isActiveAdmin()) credentials.revokeTokens(em, user, by);
            return user;
        });
    }

    public User erase(String enrolmentNumber, Caller by) {
        return write(em -> {
            var user = get(em, enrolmentNumber);
            if (user.isActiveAdmin()) refuseWithoutAdmin(em, user);
            credentials.endSessions(em, user);
            erasing.fire(new UserErasing(em, user.id(), by));
            erased.fire(new UserErased(user.id()));
            em.remove(user);
            return user;
        });
    }

    /**
     * A new password from the office.
     *
     * @param setAt if not null, when the one was set that it replaces: no other
     */
    public User reset(String enrolmentNumber, Instant setAt, String hash, Instant now, Caller by) {
        return write(em -> {
            var user = get(em, enrolmentNumber);
            if (setAt != null && !setAt.equals(user.passwordSetAt())) {
                throw new Refusal.Conflict(
                        "conflict",
                        "This password was already changed after you opened this page. If you did not see the new password,"
                                + " please make another one.");
            }
            user.givePassword(hash, true, now);
            credentials.endSessions(em, user);
            credentials.revokeTokens(em, user, by);
            return user;
        });
    }

    /** Ends a user's sessions, and their personal tokens. */
    public User endSessions(String enrolmentNumber, Caller by) {
        return transactions.write(em -> {
            var user = get(em, enrolmentNumber);
            credentials.endSessions(em, user);
            credentials.revokeTokens(em, user, by);
            return user;
        });
    }

    /**
     * A password of the user's own choice; every session but the present one ends, and so do personal tokens.
     *
     * @param verified as read when the present password was found right
     * @throws Refusal.NotSignedIn if another one holds by now
     */
    public void choosePassword(User verified, String hash, String sessionId, Instant now) {
        transactions.write(em -> {
            Verified.requireStill(em, verified);
            em.find(User.class, verified.id()).givePassword(hash, false, now);
            credentials.endOtherSessions(em, verified, sessionId);
            credentials.revokeTokens(em, verified, verified.asCaller());
            return verified;
        });
    }

    public Optional<User> find(String enrolmentNumber) {
        return transactions.read(em -> find(em, enrolmentNumber));
    }

    public Optional<User> find(long id) {
        return transactions.read(em -> Optional.ofNullable(em.find(User.class, id)));
    }

    /** Whom a login means: an enrolment number, or a name that only one person has. Takes as long for nobody. */
    public Optional<User> findByLogin(String login) {
        return transactions.read(em -> {
            var byNumber = find(em, login);
            var byName = em.createQuery("select u from User u where u.nameKey = :key", User.class)
                    .setParameter("key", Names.key(login))
                    .setMaxResults(2)
                    .getResultList();
            if (byNumber.isPresent()) return byNumber;
            return byName.size() == 1 ? Optional.of(byName.get(0)) : Optional.empty();
        });
    }

    /** Users with numbers above {@code after} whose name or enrolment number contains the text. */
    public List<User> list(String text, long after, int limit) {
        return transactions.read(em -> UserQuery.after(em, text, after, limit));
    }

    /** The same in another order, without the first ones. */
    public List<User> list(String text, UserOrder order, int skip, int limit) {
        return transactions.read(em -> UserQuery.ordered(em, text, order, skip, limit));
    }

    public long count() {
        return transactions.read(
                em -> em.createQuery("select count(u) from User u", Long.class).getSingleResult());
    }

    public boolean hasAdmin() {
        return transactions.read(em -> admins(em, 0) > 0);
    }

    static Refusal nobody() {
        return new Refusal.NotFound("no-such-user", "Nobody is registered with this enrolment number.");
    }

    private <T> T write(Function<EntityManager, T> work) {
        return transactions.write(em -> {
            lock(em);
            return work.apply(em);
        });
    }

    /** SQLite has one writer anyway; other databases would let two officials unmake each other at once. */
    public static void lock(EntityManager em) {
        em.createNativeQuery("update hostel set epoch = epoch where id = 1").executeUpdate();
    }

    private User insert(EntityManager em, User user) {
        if (find(em, user.enrolmentNumber()).isPresent()) {
            throw new Refusal.Conflict(
                    "enrolment-number-taken",
                    "The enrolment number " + user.enrolmentNumber() + " is already registered.");
        }
        em.persist(user);
        fireChanged(user);
        return user;
    }

    private static User get(EntityManager em, String enrolmentNumber) {
        return find(em, enrolmentNumber).orElseThrow(UserRepository::nobody);
    }

    private static Optional<User> find(EntityManager em, String enrolmentNumber) {
        return em.createQuery("select u from User u where u.enrolmentKey = :key", User.class)
                .setParameter("key", EnrolmentNumbers.key(enrolmentNumber))
                .getResultStream()
                .findFirst();
    }

    private static void refuseWithoutAdmin(EntityManager em, User user) {
        if (admins(em, user.id()) == 0) {
            throw new Refusal.Conflict(
                    "last-admin",
                    user.name() + " is the last official of the hostel. Make somebody else an official first.");
        }
    }

    private static long admins(EntityManager em, long notCounting) {
        return em.createQuery(
                        "select count(u) from User u where u.role = :admin and u.active = true and u.id <> :other",
                        Long.class)
                .setParameter("admin", Role.ADMIN)
                .setParameter("other", notCounting)
                .getSingleResult();
    }

    private void fireChanged(User user) {
        changed.fire(new UserChanged(user.id(), user.name(), user.role()));
    }
}
