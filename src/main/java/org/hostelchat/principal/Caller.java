package org.hostelchat.principal;

import org.hostelchat.refusal.Refusal;

/**
 * On whose behalf the core acts: established by a door, passed to every core method that needs rights.
 *
 * @param id the user's number; 0 for the operator, who is nobody's account
 * @param name as shown to others
 * @param role what the caller may do
 * @param mustChangePassword true until the initial password is replaced; doors let such a caller do nothing else
 */
public record Caller(long id, String name, Role role, boolean mustChangePassword) {

    /** Whoever can read the operator key in the data folder. */
    public static final Caller OPERATOR = new Caller(0, "Hostel office", Role.ADMIN, false);

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    public boolean isOperator() {
        return id == 0;
    }

    /** @throws Refusal.NotAllowed if the caller is not an admin */
    public void requireAdmin() {
        if (!isAdmin()) {
            throw adminsOnly();
        }
    }

    public static Refusal adminsOnly() {
        return new Refusal.NotAllowed("admins-only", "Only the hostel's officials can do this.");
    }

    /** @throws Refusal.NotAllowed if the caller is the operator, who has no account to act with */
    public void requireAccount() {
        if (isOperator()) {
            throw new Refusal.NotAllowed(
                    "account-needed", "The operator key belongs to no account. Sign in, or use a person's token.");
        }
    }
}
