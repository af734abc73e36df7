package org.hostelchat.user;

import org.hostelchat.principal.Role;

/**
 * CDI event: a user is new, or their name or role has changed. Observed after the transaction's success.
 *
 * @param userId whose
 * @param name the name from now on
 * @param role the role from now on
 */
public record UserChanged(long userId, String name, Role role) {}
