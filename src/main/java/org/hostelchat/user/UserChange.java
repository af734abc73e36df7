package org.hostelchat.user;

import java.util.Map;
import org.hostelchat.principal.Role;
import org.hostelchat.refusal.Violations;

/**
 * Changes to a user; null leaves a field unchanged.
 *
 * @param details values of the register's columns, empty to clear one; columns that are not in it stay unchanged
 */
public record UserChange(
        String name, String enrolmentNumber, Role role, Boolean active, Map<RegisterColumn, String> details) {

    /** A change of nothing that stands in the register's columns. */
    public UserChange(String name, String enrolmentNumber, Role role, Boolean active) {
        this(name, enrolmentNumber, role, active, Map.of());
    }

    /** A change of columns only. */
    public static UserChange of(Map<RegisterColumn, String> details) {
        return new UserChange(null, null, null, null, details);
    }

    /** A change of the role only. */
    public static UserChange of(Role role) {
        return new UserChange(null, null, role, null);
    }

    /** A change only of whether the account is active. */
    public static UserChange of(boolean active) {
        return new UserChange(null, null, null, active);
    }

    /** The same with name, number and columns in the forms that are stored. */
    UserChange normal() {
        return new UserChange(
                name == null ? null : Names.normal(name),
                enrolmentNumber == null ? null : EnrolmentNumbers.normal(enrolmentNumber),
                role,
                active,
                RegisterValues.normal(details));
    }

    /** @throws org.hostelchat.refusal.Refusal.Unacceptable naming every field of this, in its normal form, that breaks a rule */
    void check() {
        var violations = new Violations();
        if (name != null) violations.check("name", Names.problem(name));
        if (enrolmentNumber != null) violations.check("enrolmentNumber", EnrolmentNumbers.problem(enrolmentNumber));
        RegisterValues.check(details, violations);
        violations.refuseIfAny("invalid-user");
    }
}
