package org.hostelchat.account;

/**
 * Somebody to register, as typed: {@link Accounts#register} checks every field.
 *
 * @param password the initial one, or null to have one made
 */
public record NewUser(String name, String enrolmentNumber, Role role, String password) {}
