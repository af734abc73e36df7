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

/** Named keys for scripts, see {@link AccessToken}. Making one asks for the password: {@link SignIns#makeToken}. */
@ApplicationScoped
public class AccessTokens {

    private final Map<String, Instant> uses = new ConcurrentHashMap<>();

    private AccessTokenRepository rows;
    private AuditLog audit;
    private Clock clock;

    protected AccessTokens() {}

    @Inject
    AccessTokens(AccessTokenRepository rows, AuditLog audit) {
        this(rows, audit, Clock.systemUTC());
    }

    AccessTokens(AccessTokenRepository rows, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes one. Names are unique for each owner, so that a call repeated for want of an answer leaves no token unseen.
     *
     * @param verified the caller's account, as read when their password was found right; null for the operator
     * @throws org.hostelchat.refusal.Refusal.Unacceptable if the name is missing, too long or in use, or the days are too many
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

    /** Every token of the hostel, oldest first, above {@code after}. */
    public List<ListedToken> list(Caller by, long after, int limit) {
        by.requireAdmin();
        return rows.list(after, limit);
    }

    /** @throws org.hostelchat.refusal.Refusal.NotFound if there is none with this number */
    public AccessToken find(Caller by, long id) {
        by.requireAdmin();
        return rows.find(id);
    }

    /**
     * Makes a token worthless at once.
     *
     * @throws org.hostelchat.refusal.Refusal.NotFound if there is none with this number
     */
    public void revoke(Caller by, long id) {
        by.requireAdmin();
        var entry = rows.remove(id, by);
        audit.record("token-revoked", by, "token", id, "name", entry.name());
    }

    /** Whose rights a token carries; empty if it is none of ours, or its owner is no active admin. Counts as a use. */
    public Optional<SignedIn> resume(String token) {
        return rows.signIn(Secrets.sha256(token), clock.instant()).map(this::noted);
    }

    /** Whether a token still holds, by its session's name; empty for sessions of other kinds too. */
    Optional<SignedIn> find(String session) {
        return AccessToken.idOf(session)
                .flatMap(id -> rows.signIn(id, clock.instant()))
                .map(this::noted);
    }

    /** Stores what was noted, and takes away what has expired. Call it about once a minute. */
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
