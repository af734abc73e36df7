package org.hostelchat.user;

import org.hostelchat.principal.Role;

/** What is to change about a user; null leaves a field as it is. */
public record UserChange(String name, Role role, Boolean active) {}
