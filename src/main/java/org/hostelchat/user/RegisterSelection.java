package org.hostelchat.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.refusal.Violations;

/** Changes of several people of the register at once. Never call it within a transaction. */
@ApplicationScoped
public class RegisterSelection {

    /** The most people of a call. */
    public static final int MOST = 500;

    private UserRepository users;
    private AuditLog audit;

    protected RegisterSelection() {}

    @Inject
    public RegisterSelection(UserRepository users, AuditLog audit) {
        this.users = users;
        this.audit = audit;
    }

    /**
     * Sets the same values in the register's columns for several people. Unknown numbers are skipped.
     *
     * @param enrolmentNumbers at most 500
     * @param details an empty value deletes a column's value
     * @return how many people changed
     * @throws Refusal.Unacceptable naming every field that breaks a rule, or if there is nothing to do
     */
    public int describe(Caller by, Collection<String> enrolmentNumbers, Map<RegisterColumn, String> details) {
        by.requireAdmin();
        var normal = RegisterValues.normal(details);
        var violations = new Violations();
        RegisterValues.check(normal, violations);
        if (normal.isEmpty()) violations.check("", Optional.of(Phrase.of("user.nothing-to-change")));
        if (enrolmentNumbers.isEmpty() || enrolmentNumbers.size() > MOST) {
            violations.check("", Optional.of(Phrase.of("user.choose-some", "most", MOST)));
        }
        violations.refuseIfAny("invalid-user");
        var changed = users.describe(enrolmentNumbers, normal, by);
        audit.record("users-described", by, "users", changed);
        return changed;
    }

    /**
     * Deactivates the accounts of several students, in one transaction: they are signed out and can't sign in any more. Officials, deactivated
     * accounts and unknown numbers are passed over.
     *
     * @param enrolmentNumbers 1 to 500
     * @return how many were deactivated
     * @throws Refusal.Unacceptable if nobody is chosen, too many are, or none of them is an active student
     */
    public int deactivate(Caller by, Collection<String> enrolmentNumbers) {
        by.requireAdmin();
        var violations = new Violations();
        if (enrolmentNumbers.isEmpty() || enrolmentNumbers.size() > MOST) {
            violations.check("people", Optional.of(Phrase.of("user.choose-some", "most", MOST)));
        }
        violations.refuseIfAny("invalid-user");
        var ended = users.deactivate(enrolmentNumbers, by);
        if (ended == 0) {
            throw new Refusal.Unacceptable("nobody-chosen", "people", Phrase.of("user.nobody-to-end"));
        }
        audit.record("users-deactivated", by, "users", ended);
        return ended;
    }

    /** The users with these numbers, at most 500, by name; unknown numbers are skipped. */
    public List<User> find(Caller by, Collection<String> enrolmentNumbers) {
        by.requireAdmin();
        return users.find(enrolmentNumbers.stream().limit(MOST).toList());
    }
}
