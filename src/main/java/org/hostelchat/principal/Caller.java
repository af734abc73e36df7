package org.hostelchat.principal;

import java.time.Duration;
import java.time.Instant;
import org.hostelchat.language.Language;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * On whose behalf the core acts: established by a door, passed to every core method that needs rights.
 *
 * @param id the user's number; 0 for the operator, who is nobody's account
 * @param name as shown to others
 * @param role what the caller may do
 * @param mustChangePassword true until the initial password is replaced; doors let such a caller do nothing else
 * @param authenticatedAt when the password was last given in this session; null for whoever shows a token or key with each call
 * @param source by what and from where, for the record; nothing is allowed or refused by it
 * @param language in which they have chosen to be spoken to; null if they have not
 */
public record Caller(
        long id,
        String name,
        Role role,
        boolean mustChangePassword,
        Instant authenticatedAt,
        CallSource source,
        Language language) {

    /** For so long after giving the password an official may do what can't be taken back. */
    public static final Duration AUTHENTICATION_HOLDS = Duration.ofMinutes(10);

    /** Whoever can read the operator key in the data folder. */
    public static final Caller OPERATOR = new Caller(0, "Hostel office", Role.ADMIN, false);

    /** Somebody who shows a token or key with each call. */
    public Caller(long id, String name, Role role, boolean mustChangePassword) {
        this(id, name, role, mustChangePassword, null, CallSource.UNKNOWN, null);
    }

    /** The same with another name and role. */
    public Caller as(String otherName, Role otherRole) {
        return new Caller(id, otherName, otherRole, mustChangePassword, authenticatedAt, source, language);
    }

    /** The same who has just given their password once more. */
    public Caller authenticated(Instant at) {
        return new Caller(id, name, role, mustChangePassword, at, source, language);
    }

    /** The same with a password of their own choice, which they have just given. */
    public Caller passwordChosen(Instant at) {
        return new Caller(id, name, role, false, at, source, language);
    }

    /** The same who is spoken to in this language. */
    public Caller speaking(Language spoken) {
        return new Caller(id, name, role, mustChangePassword, authenticatedAt, source, spoken);
    }

    /** The same from this address. */
    public Caller from(String address) {
        return new Caller(id, name, role, mustChangePassword, authenticatedAt, source.from(address), language);
    }

    /** The same by an access token. */
    public Caller byToken(long tokenId, String tokenName) {
        return new Caller(
                id, name, role, mustChangePassword, authenticatedAt, source.byToken(tokenId, tokenName), language);
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

    /** Whether the password was given a short while ago. A clock that was set back counts against it. */
    public boolean isRecentlyAuthenticated(Instant now) {
        return authenticatedAt != null
                && !authenticatedAt.isAfter(now)
                && now.isBefore(authenticatedAt.plus(AUTHENTICATION_HOLDS));
    }

    /**
     * Asked before what can't be taken back, or gives somebody more rights: a device that was left unlocked is not enough for it.
     *
     * @throws Refusal.NotAllowed if the caller came by a session, and gave their password too long ago
     */
    public void requireRecentAuthentication(Instant now) {
        if (authenticatedAt == null || isRecentlyAuthenticated(now)) return;
        throw new Refusal.NotAllowed(
                "confirm-password", Phrase.of("caller.confirm-password", "minutes", AUTHENTICATION_HOLDS.toMinutes()));
    }

    public static Refusal adminsOnly() {
        return new Refusal.NotAllowed("admins-only", Phrase.of("caller.admins-only"));
    }

    /** @throws Refusal.NotAllowed if the caller is the operator, who has no account to act with */
    public void requireAccount() {
        if (isOperator()) {
            throw new Refusal.NotAllowed("account-needed", Phrase.of("caller.account-needed"));
        }
    }
}
