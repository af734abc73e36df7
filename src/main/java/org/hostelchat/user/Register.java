package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.refusal.Violations;

/**
 * The residents' register as officials manage it. Console, API and command line all use this class, which decides who
 * may do what.
 *
 * <p>Never call it within a transaction: it hashes passwords first and opens a short one of its own.
 */
@ApplicationScoped
public class Register {

    private static final int LONGEST_PAGE = 500;

    private UserRepository users;
    private Credentials credentials;
    private AuditLog audit;
    private Clock clock;
    private volatile boolean someAdmin;

    protected Register() {}

    @Inject
    public Register(UserRepository users, Credentials credentials, AuditLog audit, Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Registers a person. They have to replace their initial password, except an admin who chose it at the server
     * itself.
     *
     * @throws Refusal.NotAllowed if it is an official, and the caller's password was given too long ago
     * @throws Refusal.Unacceptable naming every field that breaks a rule
     * @throws Refusal.Conflict if the enrolment number is taken
     */
    public RegisteredUser register(Caller by, NewUser draft) {
        by.requireAdmin();
        if (draft.role() == Role.ADMIN) by.requireRecentAuthentication(clock.instant());
        var user = checked(draft);
        var made = draft.password() == null ? credentials.newInitialPassword() : null;
        var chosenByOwner = made == null && by.isOperator() && draft.role() == Role.ADMIN;
        var hash = credentials.hash(made == null ? draft.password() : made);
        user.givePassword(hash, !chosenByOwner, clock.instant());
        users.add(user, by);
        audit.record(
                "user-registered", by, "user", user.id(), "enrolment", user.enrolmentNumber(), "role", user.role());
        return new RegisteredUser(user, made);
    }

    /**
     * Registers the first official, who chooses a password. The caller has checked the setup key.
     *
     * @param address the client's address, for the record
     * @throws Refusal.NotAllowed if there is an official already
     */
    public User registerFirstAdmin(String name, String enrolmentNumber, String password, String address) {
        if (hasAdmin()) throw UserRefusals.isSetUp();
        var user = checked(new NewUser(name, enrolmentNumber, Role.ADMIN, password == null ? "" : password));
        user.givePassword(credentials.hash(password), false, clock.instant());
        users.addFirstAdmin(user, Caller.OPERATOR.from(address));
        audit.record("first-admin-registered", null, "user", user.id(), "enrolment", user.enrolmentNumber());
        return user;
    }

    /**
     * Changes name, number, role, values of the columns, or whether the account is active. Deactivating ends the user's
     * sessions and keeps their messages. The personal tokens of a user who is no longer an official are revoked.
     *
     * @throws Refusal.NotAllowed if it makes an official, or reactivates one, and the caller's password was given too
     *     long ago
     * @throws Refusal.Conflict if the hostel would be left without an admin, or the number is taken
     */
    public User edit(Caller by, String enrolmentNumber, UserChange change) {
        by.requireAdmin();
        if (change.role() == Role.ADMIN) by.requireRecentAuthentication(clock.instant());
        var normal = change.normal();
        normal.check();
        var user = users.change(enrolmentNumber, normal, by, clock.instant());
        audit.record(
                "user-edited",
                by,
                "user",
                user.id(),
                "name",
                user.name(),
                "enrolment",
                user.enrolmentNumber(),
                "role",
                user.role(),
                "active",
                user.isActive());
        return user;
    }

    /**
     * Removes an account permanently, together with everything that it wrote.
     *
     * @throws Refusal.NotAllowed if the caller's password was given too long ago
     * @throws Refusal.Conflict if it is the last admin's
     */
    public void erase(Caller by, String enrolmentNumber) {
        by.requireAdmin();
        by.requireRecentAuthentication(clock.instant());
        var user = users.erase(enrolmentNumber, by);
        audit.record("user-erased", by, "user", user.id());
    }

    /** Sets a new initial password, which is returned only here, and ends the user's sessions and personal tokens. */
    public String resetPassword(Caller by, String enrolmentNumber) {
        return resetPassword(by, enrolmentNumber, null);
    }

    /**
     * As {@link #resetPassword(Caller, String)}, for a form that may be sent twice.
     *
     * @param setAt when the password that is to be replaced was set; null to replace any
     * @throws Refusal.NotAllowed if the caller's password was given too long ago
     * @throws Refusal.Conflict if the password has been changed since
     */
    public String resetPassword(Caller by, String enrolmentNumber, Instant setAt) {
        by.requireAdmin();
        by.requireRecentAuthentication(clock.instant());
        find(by, enrolmentNumber);
        var made = credentials.newInitialPassword();
        var user = users.reset(enrolmentNumber, setAt, credentials.hash(made), clock.instant(), by);
        audit.record("password-reset", by, "user", user.id());
        return made;
    }

    /** Signs the user out everywhere and revokes their personal tokens. */
    public void endSessions(Caller by, String enrolmentNumber) {
        by.requireAdmin();
        var user = users.endSessions(enrolmentNumber, by);
        audit.record("sessions-ended", by, "user", user.id());
    }

    /** @throws Refusal.NotFound if nobody has this number */
    public User find(Caller by, String enrolmentNumber) {
        by.requireAdmin();
        return users.find(enrolmentNumber).orElseThrow(UserRefusals::nobody);
    }

    /**
     * A page of the register, in the order of registration.
     *
     * @param text words of the name or enrolment number; null or blank for everybody
     * @param after {@link UserPage#next} of the page before; 0 for the first page
     * @param limit 1 to 500
     */
    public UserPage list(Caller by, String text, long after, int limit) {
        return list(by, UserFilter.of(text), after, limit);
    }

    /** The same of those whom a filter lets through. */
    public UserPage list(Caller by, UserFilter filter, long after, int limit) {
        by.requireAdmin();
        var size = Math.max(1, Math.min(limit, LONGEST_PAGE));
        var found = users.list(filter, after, size + 1);
        if (found.size() <= size) return new UserPage(found, null);
        var items = found.subList(0, size);
        return new UserPage(items, items.get(size - 1).id());
    }

    /**
     * A page of the register in another order. Pages are counted by offset, so registrations, renamings and erasures in
     * between shift people by a place.
     *
     * @param skip {@link UserPage#next} of the page before; 0 for the first page
     * @param limit 1 to 500
     */
    public UserPage list(Caller by, UserFilter filter, UserOrder order, long skip, int limit) {
        by.requireAdmin();
        var size = Math.max(1, Math.min(limit, LONGEST_PAGE));
        var found = users.list(filter, order, (int) Math.min(skip, Integer.MAX_VALUE), size + 1);
        return found.size() <= size ? new UserPage(found, null) : new UserPage(found.subList(0, size), skip + size);
    }

    /** Some of the users who have this name already, active ones first. */
    public List<User> namesakes(Caller by, String name) {
        by.requireAdmin();
        return users.namesakes(name, 10);
    }

    /** The number of users, deactivated ones included. */
    public long count(Caller by) {
        by.requireAdmin();
        return users.count();
    }

    /** The caller's own user. */
    public User self(Caller caller) {
        caller.requireAccount();
        return users.find(caller.id()).orElseThrow(Refusal.NotSignedIn::new);
    }

    /** Whether the hostel has an admin. */
    public boolean hasAdmin() {
        // Cached, because it stays true: the last admin cannot be removed.
        if (!someAdmin) someAdmin = users.hasAdmin();
        return someAdmin;
    }

    /**
     * Checks whether a person could be registered, so that a form can ask for confirmation before it registers them.
     *
     * @throws Refusal.Unacceptable naming every field that breaks a rule
     * @throws Refusal.Conflict if the enrolment number is taken
     */
    public void check(Caller by, NewUser draft) {
        by.requireAdmin();
        var number = checked(draft).enrolmentNumber();
        users.find(number).ifPresent(holder -> {
            throw UserRefusals.isTaken(holder);
        });
    }

    private User checked(NewUser draft) {
        var name = Names.normal(draft.name());
        var number = EnrolmentNumbers.normal(draft.enrolmentNumber());
        var violations = new Violations();
        violations.check("name", Names.problem(name));
        violations.check("enrolmentNumber", EnrolmentNumbers.problem(number));
        if (draft.role() == null) violations.check("role", Optional.of(Phrase.of("user.role-missing")));
        if (draft.password() != null) {
            violations.check("password", credentials.problem(draft.password(), name, number));
        }
        var details = RegisterValues.normal(draft.details());
        RegisterValues.check(details, violations);
        violations.refuseIfAny("invalid-user");
        var user = new User(name, number, draft.role(), clock.instant());
        user.describe(details);
        return user;
    }
}
