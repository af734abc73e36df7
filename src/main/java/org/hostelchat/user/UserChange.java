package org.hostelchat.user;

import org.hostelchat.principal.Role;

/** What is to change about a user; null leaves a field as it is. */
public record UserChange(String name, String enrolmentNumber, Role role, Boolean active) {

    /** A change of role only. */
    public static UserChange of(Role role) {
        return new UserChange(null, null, role, null);
    }

    /** A change only of whether the account may be used. */
    public static UserChange of(boolean active) {
        return new UserChange(null, null, null, active);
    }

    /** The same with name and number in the forms in which they are stored. */
    UserChange normal() {
        return new UserChange(
                name == null ? null : Names.normal(name),
                enrolmentNumber == null ? null : EnrolmentNumbers.normal(enrolmentNumber),
                role,
                active);
    }
}
