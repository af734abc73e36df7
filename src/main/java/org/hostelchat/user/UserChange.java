package org.hostelchat.user;

import org.hostelchat.principal.Role;

/** Changes to a user; null leaves a field unchanged. */
public record UserChange(String name, String enrolmentNumber, Role role, Boolean active) {

    /** A change of the role only. */
    public static UserChange of(Role role) {
        return new UserChange(null, null, role, null);
    }

    /** A change only of whether the account is active. */
    public static UserChange of(boolean active) {
        return new UserChange(null, null, null, active);
    }

    /** The same with name and number in the forms that are stored. */
    UserChange normal() {
        return new UserChange(
                name == null ? null : Names.normal(name),
                enrolmentNumber == null ? null : EnrolmentNumbers.normal(enrolmentNumber),
                role,
                active);
    }
}
