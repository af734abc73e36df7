package org.hostelchat.user;

import org.hostelchat.principal.Role;

/**
 * Somebody to register, as typed: {@link Register#register} checks every field.
 *
 * @param password the initial one, or null to have one made
 */
public record NewUser(String name, String enrolmentNumber, Role role, String password) {}
