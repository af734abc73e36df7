package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
 * Stores the register. Every change is one short transaction. Changes that could remove the last admin lock the
 * hostel's single row first, so that no two of them rely on the same count.
 */
@ApplicationScoped
public class UserRepository {

    private Transactions transactions;
    private Event<UserErasing> erasing;
    private ChangeLog changes;
    private Credentials credentials;
    private AuditTrail trail;
    private UserEdit edit;

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
        this.edit = new UserEdit(credentials, changes, trail);
    }

    /** @throws Refusal.Conflict if another user has the enrolment number */
    public void add(User user, Caller by) {
        write(em -> insert(em, user, UserRecord.registered(AuditAct.USER_REGISTERED, by)));
    }

    /**
     * Adds the hostel's first admin.
     *
     * @param by a caller who has the setup key, and so access to the data folder
     * @throws Refusal.NotAllowed if there is an admin already
     */
    public void addFirstAdmin(User user, Caller by) {
        write(em -> {
            if (UserQuery.officials(em, 0) > 0) throw UserRefusals.isSetUp();
            return insert(em, user, UserRecord.registered(AuditAct.FIRST_ADMIN_REGISTERED, by));
        });
    }

    /**
     * @param change with name and number in their normal forms
     * @throws Refusal.NotAllowed if it makes an admin, or reactivates one, and the caller's password was given too long
     *     ago
     * @throws Refusal.Conflict if another user has the new number, or no admin would be left
     */
    public User change(String enrolmentNumber, UserChange change, Caller by, Instant now) {
        return overwrite(em -> edit.change(em, get(em, enrolmentNumber), change, by, now));
    }

    /**
     * Puts the same into the register's columns of several people; who is not there is passed over.
     *
     * @param details in their normal forms
     * @return how many that changed
     * @throws Refusal.Conflict if no official would be left who stays
     */
    public int describe(Collection<String> enrolmentNumbers, Map<RegisterColumn, String> details, Caller by) {
        return overwrite(em -> edit.describe(em, UserQuery.find(em, enrolmentNumbers), details, by));
    }

    /** As {@link UserEdit#deactivate}; who is not there is passed over. */
    public int deactivate(Collection<String> enrolmentNumbers, Caller by) {
        return write(em -> edit.deactivate(em, UserQuery.find(em, enrolmentNumbers), by));
    }

    public User erase(String enrolmentNumber, Caller by) {
        return overwrite(em -> {
            var user = get(em, enrolmentNumber);
            if (user.isLastingAdmin()) UserRefusals.refuseWithoutAdmin(em, user);
            credentials.endSessions(em, user, SessionEnd.ERASED);
            erasing.fire(new UserErasing(em, user.id(), by));
            var act = new UserRecord(user).erased(by);
            em.remove(user);
            ImportedRows.forget(em, user.enrolmentNumber());
            ChangeLog.forget(em, user.id());
            changes.append(em, new Change.UserErased(user.id()));
            trail.record(em, act);
            // Must follow the record: it then also covers the entry of a user who erases their own account.
            em.flush();
            trail.forget(em, user.id());
            return user;
        });
    }

    /**
     * Sets a new initial password.
     *
     * @param setAt if not null, only a password that was set at this time is replaced
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

    /** Ends a user's sessions and revokes their personal tokens. */
    public User endSessions(String enrolmentNumber, Caller by) {
        // With the lock: otherwise two concurrent calls would both record the end of the same sessions.
        return write(em -> {
            var user = get(em, enrolmentNumber);
            credentials.endSessions(em, user, SessionEnd.ENDED_BY_OFFICE);
            finish(em, AuditAct.SESSIONS_ENDED, user, by, Change.SessionsEnded.all(user.id()));
            return user;
        });
    }

    /** Revokes the user's tokens and records that together with the act that caused it. */
    private void finish(EntityManager em, AuditAct act, User user, Caller by, Change.SessionsEnded ended) {
        var acts = new ArrayList<>(List.of(new UserRecord(user).of(act, by)));
        acts.addAll(credentials.revokeTokens(em, user, by).acts());
        changes.append(em, ended);
        trail.record(em, acts);
    }

    /**
     * Stores a password that the user chose. All other sessions end, and personal tokens are revoked.
     *
     * @param verified the user as read when the present password was verified
     * @param by the same person as caller
     * @throws Refusal.NotSignedIn if the password has been changed since
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

    /** Who has one of these numbers, by name. */
    public List<User> find(Collection<String> enrolmentNumbers) {
        return transactions.read(em -> UserQuery.find(em, enrolmentNumbers)).stream()
                .sorted(Comparator.comparing(user -> Names.key(user.name())))
                .toList();
    }

    public Optional<User> find(long id) {
        return transactions.read(em -> Optional.ofNullable(em.find(User.class, id)));
    }

    /** The user whose enrolment number or name is this login. Takes the same time if there is none. */
    public Optional<LoginMatch> findByLogin(String login) {
        return transactions.read(em -> UserQuery.byLogin(em, login));
    }

    /** The users with this name: active ones first, then by time of registration. */
    public List<User> namesakes(String name, int limit) {
        return transactions.read(em -> UserQuery.named(em, name, limit));
    }

    /** Matching users with ids above {@code after}, in the order of registration. */
    public List<User> list(UserFilter filter, long after, int limit) {
        return transactions.read(em -> UserQuery.after(em, filter, after, limit));
    }

    /** Matching users in another order, without the first {@code skip}. */
    public List<User> list(UserFilter filter, UserOrder order, int skip, int limit) {
        return transactions.read(em -> UserQuery.ordered(em, filter, order, skip, limit));
    }

    public long count() {
        return transactions.read(
                em -> em.createQuery("select count(u) from User u", Long.class).getSingleResult());
    }

    public boolean hasAdmin() {
        return transactions.read(em -> UserQuery.officials(em, 0) > 0);
    }

    /** As {@link #write}, for changes that overwrite or delete a name, so that it leaves the database's files too. */
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

    /**
     * SQLite has a single writer anyway; on other databases two officials could otherwise demote each other at the same
     * time.
     */
    public static void lock(EntityManager em) {
        em.createNativeQuery("update hostel set epoch = epoch where id = 1").executeUpdate();
    }

    private User insert(EntityManager em, User user, Function<User, AuditDraft> act) {
        UserRefusals.refuseTaken(em, user.enrolmentNumber(), user);
        em.persist(user);
        // Assigns the id.
        em.flush();
        changes.append(em, new Change.UserChanged(user.id()));
        trail.record(em, act.apply(user));
        return user;
    }

    private static User get(EntityManager em, String enrolmentNumber) {
        return UserQuery.find(em, enrolmentNumber).orElseThrow(UserRefusals::nobody);
    }
}
