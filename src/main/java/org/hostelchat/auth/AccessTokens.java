package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Violations;
import org.hostelchat.user.User;

/** Manages access tokens, see {@link AccessToken}. Making one requires the password: {@link SignIns#makeToken}. */
@ApplicationScoped
public class AccessTokens {

    private final Map<String, Instant> uses = new ConcurrentHashMap<>();

    private AccessTokenRepository rows;
    private AuditLog audit;
    private Clock clock;

    protected AccessTokens() {}

    @Inject
    AccessTokens(AccessTokenRepository rows, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a token. Names are unique per owner, so that repeating a call whose response was lost does not leave an
     * unnoticed token.
     *
     * @param verified the caller's account, as read when their password was verified; null for the operator
     * @throws org.hostelchat.refusal.Refusal.Unacceptable if the name is missing, too long or in use, or the days are
     * too many
     */
    NewToken create(Caller by, User verified, TokenDraft draft) {
        by.requireAdmin();
        var violations = new Violations();
        draft.check(violations);
        violations.refuseIfAny("invalid-token");
        var secret = Secrets.newToken();
        var maker = verified == null ? null : (Long) verified.id();
        var entry = rows.add(new AccessToken(draft, maker, Secrets.sha256(secret), clock.instant()), verified, by);
        audit.record(
                "token-created",
                by,
                "token",
                entry.id(),
                "name",
                entry.name(),
                "scope",
                entry.scope(),
                "machine",
                entry.isMachines(),
                "expires",
                entry.expiresAt());
        return new NewToken(entry, secret);
    }

    /** All tokens with an id above {@code after}, oldest first. */
    public List<ListedToken> list(Caller by, long after, int limit) {
        by.requireAdmin();
        return rows.list(after, limit);
    }

    /** @throws org.hostelchat.refusal.Refusal.NotFound if there is no such token */
    public AccessToken find(Caller by, long id) {
        by.requireAdmin();
        return rows.find(id);
    }

    /**
     * Revokes a token with immediate effect.
     *
     * @throws org.hostelchat.refusal.Refusal.NotFound if there is no such token
     */
    public void revoke(Caller by, long id) {
        by.requireAdmin();
        var entry = rows.remove(id, by);
        audit.record("token-revoked", by, "token", id, "name", entry.name());
    }

    /** Whose rights a token has; empty if it is unknown, or its owner is not an active admin. Counts as a use. */
    public Optional<SignedIn> resume(String token) {
        return rows.signIn(Secrets.sha256(token), clock.instant()).map(this::noted);
    }

    /** The same by session name, for a token that is in use; also empty for other sessions. */
    Optional<SignedIn> find(String session) {
        return AccessToken.idOf(session)
                .flatMap(id -> rows.signIn(id, clock.instant()))
                .map(this::noted);
    }

    /** Stores the noted uses and deletes expired tokens. To be called about once a minute. */
    public void writeUses() {
        var noted = Map.copyOf(uses);
        if (!noted.isEmpty()) rows.used(noted);
        noted.forEach(uses::remove);
        for (var token : rows.removeExpired(clock.instant())) {
            audit.record("token-expired", null, "token", token.id(), "name", token.name());
        }
    }

    private SignedIn noted(SignedIn signedIn) {
        uses.put(signedIn.session(), clock.instant());
        return signedIn;
    }
}
