package org.hostelchat.principal;

import java.time.Duration;
import java.time.Instant;
import org.hostelchat.language.Language;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * On whose behalf the core acts: established by an adapter, passed to every method of the core that requires rights.
 *
 * @param id the user's id; 0 for the operator, who has no account
 * @param name as shown to others
 * @param role what the caller may do
 * @param mustChangePassword true until the initial password is replaced; adapters let such a caller do nothing else
 * @param authenticatedAt when the password was last given in this session; null for callers who authenticate each call
 * by a token or key
 * @param source by what and from where the call is made
 * @param language the caller's chosen language; null if none is chosen
 */
public record Caller(
        long id,
        String name,
        Role role,
        boolean mustChangePassword,
        Instant authenticatedAt,
        CallSource source,
        Language language) {

    /** How long after giving their password officials may perform irreversible acts. */
    public static final Duration AUTHENTICATION_HOLDS = Duration.ofMinutes(10);

    /** The holder of the operator key, which is in the data folder. */
    public static final Caller OPERATOR = new Caller(0, "Hostel office", Role.ADMIN, false);

    /** A caller who authenticates each call by a token or key. */
    public Caller(long id, String name, Role role, boolean mustChangePassword) {
        this(id, name, role, mustChangePassword, null, CallSource.UNKNOWN, null);
    }

    /** A copy with another name and role. */
    public Caller as(String otherName, Role otherRole) {
        return new Caller(id, otherName, otherRole, mustChangePassword, authenticatedAt, source, language);
    }

    /** A copy of a caller who has just confirmed their password. */
    public Caller authenticated(Instant at) {
        return new Caller(id, name, role, mustChangePassword, at, source, language);
    }

    /** A copy of a caller who has just replaced their initial password. */
    public Caller passwordChosen(Instant at) {
        return new Caller(id, name, role, false, at, source, language);
    }

    /** A copy with another language. */
    public Caller speaking(Language spoken) {
        return new Caller(id, name, role, mustChangePassword, authenticatedAt, source, spoken);
    }

    /** A copy with another address. */
    public Caller from(String address) {
        return new Caller(id, name, role, mustChangePassword, authenticatedAt, source.from(address), language);
    }

    /** A copy with an access token. */
    public Caller byToken(long tokenId, String tokenName) {
        return new Caller(
                id, name, role, mustChangePassword, authenticatedAt, source.byToken(tokenId, tokenName), language);
    }

    /** A copy that calls by a session, token or key of this name. */
    public Caller through(String session) {
        return new Caller(id, name, role, mustChangePassword, authenticatedAt, source.through(session), language);
    }

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    public boolean isOperator() {
        return id == 0;
    }

    /** Whether it is a program that calls, by a token or the operator key, and not a browser with a session. */
    public boolean isProgram() {
        return isOperator() || source.tokenId() != null;
    }

    /** @throws Refusal.NotAllowed if the caller is not an admin */
    public void requireAdmin() {
        if (!isAdmin()) {
            throw adminsOnly();
        }
    }

    /** Whether the password was given recently. False if the clock was set back since. */
    public boolean isRecentlyAuthenticated(Instant now) {
        return authenticatedAt != null
                && !authenticatedAt.isAfter(now)
                && now.isBefore(authenticatedAt.plus(AUTHENTICATION_HOLDS));
    }

    /**
     * To be called before acts that are irreversible or give somebody more rights, so that access to an unlocked device
     * is not enough.
     *
     * @throws Refusal.NotAllowed if the caller has a session, and gave their password too long ago
     */
    public void requireRecentAuthentication(Instant now) {
        if (authenticatedAt == null || isRecentlyAuthenticated(now)) return;
        throw new Refusal.NotAllowed(
                "confirm-password", Phrase.of("caller.confirm-password", "minutes", AUTHENTICATION_HOLDS.toMinutes()));
    }

    public static Refusal adminsOnly() {
        return new Refusal.NotAllowed("admins-only", Phrase.of("caller.admins-only"));
    }

    /** @throws Refusal.NotAllowed if the caller is the operator, who has no account */
    public void requireAccount() {
        if (isOperator()) {
            throw new Refusal.NotAllowed("account-needed", Phrase.of("caller.account-needed"));
        }
    }
}
