package org.hostelchat.user;

import java.util.Map;
import org.hostelchat.principal.Role;

/**
 * A person to register, as typed: {@link Register#register} checks every field.
 *
 * @param password the initial password, or null to have one generated
 * @param details values of the register's columns
 */
public record NewUser(
        String name, String enrolmentNumber, Role role, String password, Map<RegisterColumn, String> details) {

    /** Somebody of whom no more is known. */
    public NewUser(String name, String enrolmentNumber, Role role, String password) {
        this(name, enrolmentNumber, role, password, Map.of());
    }
}
