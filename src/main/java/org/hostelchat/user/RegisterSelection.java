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
import org.hostelchat.refusal.Violations;

/** What officials do with several people of the register at once. Never call it within a transaction. */
@ApplicationScoped
public class RegisterSelection {

    /** How many can be chosen. */
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
     * Puts the same into the register's columns of several people. Who is not registered by now is passed over.
     *
     * @param enrolmentNumbers at most 500
     * @param details empty for what is to be emptied
     * @return how many that changed
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

    /** Those who have one of these numbers, at most 500, by name; who is not registered is left out. */
    public List<User> find(Caller by, Collection<String> enrolmentNumbers) {
        by.requireAdmin();
        return users.find(enrolmentNumbers.stream().limit(MOST).toList());
    }
}
