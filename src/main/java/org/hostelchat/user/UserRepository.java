package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hostelchat.audit.AuditAct;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.audit.AuditTrail;
import org.hostelchat.changelog.Change;
import org.hostelchat.changelog.ChangeLog;
import org.hostelchat.principal.Caller;
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
    private ChangeLog changes;
    private Credentials credentials;
    private AuditTrail trail;

    protected UserRepository() {}

    @Inject
    public UserRepository(
            Transactions transactions,
            Event<UserErasing> erasing,
            ChangeLog changes,
            Credentials credentials,
            AuditTrail trail) {
        this.transactions = transactions;
        this.erasing = erasing;
        this.changes = changes;
        this.credentials = credentials;
        this.trail = trail;
    }

    /** @throws Refusal.Conflict if somebody else has the enrolment number */
    public void add(User user, Caller by) {
        write(em -> insert(em, user, UserRecord.registered(AuditAct.USER_REGISTERED, by)));
    }

    /**
     * Adds the hostel's first official.
     *
     * @param by whoever has the setup key, and with that the data folder
     * @throws Refusal.NotAllowed if there is one already
     */
    public void addFirstAdmin(User user, Caller by) {
        write(em -> {
            if (UserQuery.officials(em, 0) > 0) throw Register.isSetUp();
            return insert(em, user, UserRecord.registered(AuditAct.FIRST_ADMIN_REGISTERED, by));
        });
    }

    /**
     * @param change with name and number in their normal forms
     * @throws Refusal.NotAllowed if it brings somebody into office, or back, and the caller's password was given too long ago
     * @throws Refusal.Conflict if somebody else has the new number, or no official would be left
     */
    public User change(String enrolmentNumber, UserChange change, Caller by, Instant now) {
        return overwrite(em -> {
            var user = get(em, enrolmentNumber);
            var wasAdmin = user.isActiveAdmin();
            var record = new UserRecord(user);
            if (change.name() != null) user.rename(change.name());
            if (change.enrolmentNumber() != null) {
                refuseTaken(em, change.enrolmentNumber(), user);
                user.renumber(change.enrolmentNumber());
            }
            if (change.role() != null) user.changeRole(change.role());
            if (change.active() != null) user.setActive(change.active());
            if (!wasAdmin && user.isActiveAdmin()) by.requireRecentAuthentication(now);
            if (wasAdmin && !user.isActiveAdmin()) UserRefusals.refuseWithoutAdmin(em, user);
            var acts = record.changes(by);
            var told = new ArrayList<Change>();
            if (!acts.isEmpty()) told.add(new Change.UserChanged(user.id()));
            if (!told.isEmpty() && !user.isActive()) told.add(Change.SessionsEnded.all(user.id()));
            if (!user.isActive()) credentials.endSessions(em, user, SessionEnd.DEACTIVATED);
            // Who comes back into office must not find tokens that slept till then.
            if (!wasAdmin || !user.isActiveAdmin()) {
                var revoked = credentials.revokeTokens(em, user, by);
                acts.addAll(revoked.acts());
                if (user.isActive()) told.addAll(revoked.ended());
            }
            changes.append(em, told);
            trail.record(em, acts);
            return user;
        });
    }

    public User erase(String enrolmentNumber, Caller by) {
        return overwrite(em -> {
            var user = get(em, enrolmentNumber);
            if (user.isActiveAdmin()) UserRefusals.refuseWithoutAdmin(em, user);
            credentials.endSessions(em, user, SessionEnd.ERASED);
            erasing.fire(new UserErasing(em, user.id(), by));
            var act = new UserRecord(user).erased(by);
            em.remove(user);
            ChangeLog.forget(em, user.id());
            changes.append(em, new Change.UserErased(user.id()));
            trail.record(em, act);
            // Only now, that it covers what was just recorded of somebody who erases themselves.
            em.flush();
            trail.forget(em, user.id());
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
            if (setAt != null && !setAt.equals(user.passwordSetAt())) throw UserRefusals.passwordChanged();
            user.givePassword(hash, true, now);
            credentials.endSessions(em, user, SessionEnd.PASSWORD_RESET);
            finish(em, AuditAct.PASSWORD_RESET, user, by, Change.SessionsEnded.all(user.id()));
            return user;
        });
    }

    /** Ends a user's sessions, and their personal tokens. */
    public User endSessions(String enrolmentNumber, Caller by) {
        // With the lock: two officials who do it at once would otherwise write down the end of the same sessions.
        return write(em -> {
            var user = get(em, enrolmentNumber);
            credentials.endSessions(em, user, SessionEnd.ENDED_BY_OFFICE);
            finish(em, AuditAct.SESSIONS_ENDED, user, by, Change.SessionsEnded.all(user.id()));
            return user;
        });
    }

    /** Revokes the user's tokens, which ends with the sessions, and records that together with what led to it. */
    private void finish(EntityManager em, AuditAct act, User user, Caller by, Change.SessionsEnded ended) {
        var acts = new ArrayList<>(List.of(new UserRecord(user).of(act, by)));
        acts.addAll(credentials.revokeTokens(em, user, by).acts());
        changes.append(em, ended);
        trail.record(em, acts);
    }

    /**
     * A password of the user's own choice; every session but the present one ends, and so do personal tokens.
     *
     * @param verified as read when the present password was found right
     * @param by the same person, as they call
     * @throws Refusal.NotSignedIn if another one holds by now
     */
    public void choosePassword(User verified, Caller by, String hash, String sessionId, Instant now) {
        transactions.write(em -> {
            Verified.requireStill(em, verified);
            em.find(User.class, verified.id()).givePassword(hash, false, now);
            credentials.endOtherSessions(em, verified, sessionId);
            finish(em, AuditAct.PASSWORD_CHANGED, verified, by, Change.SessionsEnded.allBut(verified.id(), sessionId));
            return verified;
        });
    }

    public Optional<User> find(String enrolmentNumber) {
        return transactions.read(em -> UserQuery.find(em, enrolmentNumber));
    }

    public Optional<User> find(long id) {
        return transactions.read(em -> Optional.ofNullable(em.find(User.class, id)));
    }

    /** Whom a login means, by enrolment number or by name. Takes as long for nobody. */
    public Optional<LoginMatch> findByLogin(String login) {
        return transactions.read(em -> UserQuery.byLogin(em, login));
    }

    /** Who has this name, active ones first, and of those who has been here longest. */
    public List<User> namesakes(String name, int limit) {
        return transactions.read(em -> UserQuery.named(em, name, limit));
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
        return transactions.read(em -> UserQuery.officials(em, 0) > 0);
    }

    /** As {@link #write}, where a name is changed or deleted. */
    private <T> T overwrite(Function<EntityManager, T> work) {
        var result = write(work);
        transactions.wordsRemoved();
        return result;
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

    private User insert(EntityManager em, User user, Function<User, AuditDraft> act) {
        refuseTaken(em, user.enrolmentNumber(), user);
        em.persist(user);
        // Only then it has its number.
        em.flush();
        changes.append(em, new Change.UserChanged(user.id()));
        trail.record(em, act.apply(user));
        return user;
    }

    private static void refuseTaken(EntityManager em, String number, User by) {
        UserQuery.find(em, number).filter(other -> other.id() != by.id()).ifPresent(holder -> {
            throw UserRefusals.isTaken(holder);
        });
    }

    private static User get(EntityManager em, String enrolmentNumber) {
        return UserQuery.find(em, enrolmentNumber).orElseThrow(UserRefusals::nobody);
    }
}
