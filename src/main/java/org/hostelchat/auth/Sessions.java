package org.hostelchat.auth;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.hostelchat.principal.Caller;
import org.hostelchat.user.SessionEnd;
import org.hostelchat.user.User;

/**
 * The sign-in sessions of people's devices. Each is read from the database by its primary key on every request, so that
 * its end takes effect at once; uses are buffered in memory and stored by {@link #writeUses}.
 */
@ApplicationScoped
public class Sessions {

    private static final int MOST_NOTES = 50_000;

    /** Nobody reads through more; all of them can be ended together. */
    private static final int MOST_LISTED = 100;

    /** How long the reason for a session's end is kept. */
    private static final Duration REASON_KEPT = Duration.ofDays(60);

    private final Map<String, Instant> uses = new ConcurrentHashMap<>();

    private SessionRepository rows;
    private AuthSettings settings;
    private Clock clock;

    protected Sessions() {}

    @Inject
    Sessions(SessionRepository rows, AuthSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Begins a session.
     *
     * @param user as read when their password was verified
     * @throws org.hostelchat.refusal.Refusal.NotSignedIn if the password has changed meanwhile, or the account is not
     * active
     */
    NewSession open(User user, boolean remembered, Device device) {
        return open(user.id(), remembered, device, clock.instant(), session -> {
            rows.add(session, user, device.address());
            return user;
        });
    }

    /**
     * Begins a session that the caller stores.
     *
     * @param storing stores the session in a transaction, and returns its user
     */
    NewSession open(
            long userId, boolean remembered, Device device, Instant now, Function<SignInSession, User> storing) {
        var token = Secrets.newToken();
        var session = new SignInSession(Secrets.sha256(token), userId, remembered, device.name(), now);
        var user = storing.apply(session);
        noteUse(session.id());
        var life = remembered ? settings.remembered() : settings.sessionLife();
        return new NewSession(signedIn(session, user), token, remembered, life);
    }

    /** The session of a token; empty if it is unknown or has ended, or its account is not active. Counts as a use. */
    public Optional<SignedIn> resume(String token) {
        return find(Secrets.sha256(token));
    }

    /**
     * Whether a session is still valid, and its caller. Counts as a use: call it while a WebSocket depends on the
     * session.
     */
    Optional<SignedIn> find(String id) {
        var now = clock.instant();
        return rows.find(id)
                .filter(row -> now.isBefore(endOf(row.session())))
                .filter(row -> !row.user().hasLeftBy(settings.today(now)))
                .map(row -> {
                    noteUse(id);
                    return signedIn(row.session(), row.user());
                });
    }

    private static SignedIn signedIn(SignInSession session, User user) {
        return new SignedIn(user.asCaller(session.authenticatedAt()), session.id());
    }

    /** Why the session of a token has ended; empty if it has not, is unknown, or ended too long ago. */
    public Optional<EndedSession> ended(String token) {
        var id = Secrets.sha256(token);
        return rows.findEnded(id).or(() -> expired(id));
    }

    /** The reason for a session that has expired by disuse but is still stored. */
    private Optional<EndedSession> expired(String id) {
        var now = clock.instant();
        return rows.find(id)
                .filter(row -> !now.isBefore(endOf(row.session())))
                .map(row -> new EndedSession(id, row.user().id(), SessionEnd.EXPIRED, now));
    }

    /**
     * Stores that the password was confirmed in a session.
     *
     * @return the caller's new state
     */
    SignedIn authenticated(SignedIn signedIn) {
        var now = clock.instant();
        rows.authenticated(signedIn.session(), now);
        return new SignedIn(signedIn.caller().authenticated(now), signedIn.session());
    }

    /** Signs out on one device. */
    public void end(SignedIn signedIn) {
        rows.remove(signedIn.caller(), Set.of(signedIn.session()), false, clock.instant());
    }

    /**
     * Ends those of the given sessions that belong to the caller; others are left alone.
     *
     * @return how many sessions ended
     */
    int end(Caller caller, Set<String> sessions) {
        return rows.remove(caller, sessions, true, clock.instant());
    }

    /** The caller's sessions, the most recently used first; at most a hundred. */
    public List<OpenSession> of(Caller caller) {
        var now = clock.instant();
        return rows.of(caller.id(), MOST_LISTED).stream()
                .filter(session -> now.isBefore(endOf(session)))
                .map(session -> session.seenAt(lastUse(session)))
                .sorted(Comparator.comparing(OpenSession::lastUsed).reversed())
                .toList();
    }

    /**
     * Signs out on every device, and deletes the personal tokens.
     *
     * @return the tokens
     */
    public List<AccessToken> endAll(Caller caller) {
        return rows.removeAll(caller, clock.instant());
    }

    /**
     * Stores the buffered uses and deletes expired sessions. To be called about once a minute. Times in the future,
     * left by a clock that has been set back, are replaced by the current time, so that sessions do not last longer
     * than they should.
     */
    public void writeUses() {
        // In small parts, because the writer of messages waits for the database meanwhile.
        while (!uses.isEmpty()) {
            var part = uses.entrySet().stream().limit(100).collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
            rows.used(part);
            part.forEach(uses::remove);
        }
        var now = clock.instant();
        rows.notLaterThan(now);
        rows.removeExpired(false, now.minus(settings.sessionLife()), now.minus(settings.sessionIdle()), now);
        rows.removeExpired(true, now.minus(settings.remembered()), now.minus(settings.remembered()), now);
        rows.removeOfDeparted(settings.today(now), now);
        rows.forgetEnded(now.minus(REASON_KEPT));
    }

    private Instant endOf(SignInSession session) {
        return session.endsAt(lastUse(session), settings);
    }

    private Instant lastUse(SignInSession session) {
        var noted = uses.get(session.id());
        var stored = session.lastSeenAt();
        return noted == null || noted.isBefore(stored) ? stored : noted;
    }

    private void noteUse(String id) {
        if (uses.size() < MOST_NOTES) uses.put(id, clock.instant());
    }
}
