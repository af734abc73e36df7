package org.hostelchat.user;

import org.hostelchat.principal.Role;

/**
 * A person to register, as typed: {@link Register#register} checks every field.
 *
 * @param password the initial password, or null to have one generated
 */
public record NewUser(String name, String enrolmentNumber, Role role, String password) {}
