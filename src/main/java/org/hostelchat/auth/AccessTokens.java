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
import org.hostelchat.user.Names;

/** Named keys for scripts: each acts as its maker, as long as they are an admin. */
@ApplicationScoped
public class AccessTokens {

    private static final int LONGEST_NAME = 64;

    private final Map<String, Instant> uses = new ConcurrentHashMap<>();

    private AccessTokenRepository rows;
    private AuditLog audit;
    private Clock clock;

    protected AccessTokens() {}

    @Inject
    AccessTokens(AccessTokenRepository rows, AuditLog audit) {
        this.rows = rows;
        this.audit = audit;
        this.clock = Clock.systemUTC();
    }

    /**
     * Makes one. Names are unique for each maker, so that a call repeated for want of an answer leaves no token unseen.
     *
     * @throws org.hostelchat.refusal.Refusal.NotAllowed if the caller's password was given too long ago
     * @throws org.hostelchat.refusal.Refusal.Unacceptable if the name is missing, too long or in use
     */
    public NewToken create(Caller by, String name) {
        by.requireAdmin();
        by.requireRecentAuthentication(clock.instant());
        var normal = Names.normal(name);
        var violations = new Violations();
        violations.check("name", problem(normal));
        violations.refuseIfAny("invalid-token");
        var secret = Secrets.newToken();
        var entry = rows.add(
                new AccessToken(by.isOperator() ? null : by.id(), normal, Secrets.sha256(secret), clock.instant()));
        audit.record("token-created", by, "token", entry.id(), "name", normal);
        return new NewToken(entry, secret);
    }

    /** Every token of the hostel, oldest first, above {@code after}. */
    public List<AccessToken> list(Caller by, long after, int limit) {
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
        var entry = rows.remove(id);
        audit.record("token-revoked", by, "token", id, "name", entry.name());
    }

    /** Whose rights a token carries; empty if it is none of ours, or its owner is no active admin. Counts as a use. */
    public Optional<SignedIn> resume(String token) {
        return rows.signIn(Secrets.sha256(token)).map(this::noted);
    }

    /** Whether a token still holds, by its session's name; empty for sessions of other kinds too. */
    Optional<SignedIn> find(String session) {
        return AccessToken.idOf(session).flatMap(rows::signIn).map(this::noted);
    }

    /** Stores what was noted. Call it about once a minute. */
    public void writeUses() {
        var noted = Map.copyOf(uses);
        if (!noted.isEmpty()) rows.used(noted);
        noted.forEach(uses::remove);
    }

    private SignedIn noted(SignedIn signedIn) {
        uses.put(signedIn.session(), clock.instant());
        return signedIn;
    }

    private static Optional<String> problem(String name) {
        if (name.isEmpty()) return Optional.of("Please give the token a name.");
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return Optional.of("A token's name has at most " + LONGEST_NAME + " characters.");
        }
        return name.codePoints().anyMatch(Names::isForbidden)
                ? Optional.of("A name must be on one line, without control characters.")
                : Optional.empty();
    }
}
