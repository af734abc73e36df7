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
import org.hostelchat.principal.Caller;
import org.hostelchat.user.SessionEnd;
import org.hostelchat.user.User;

/**
 * The sign-in sessions of people's devices. Each is looked up in the database on every request, by its key, so that an end
 * holds at once; that it was used is noted in memory and written once in a while by {@link #writeUses}.
 */
@ApplicationScoped
public class Sessions {

    private static final int MOST_NOTES = 50_000;

    /** More nobody looks through; who has more can end all of them. */
    private static final int MOST_LISTED = 100;

    /** How long it can be told why a session ended. */
    private static final Duration REASON_KEPT = Duration.ofDays(60);

    private final Map<String, Instant> uses = new ConcurrentHashMap<>();

    private SessionRepository rows;
    private AuthSettings settings;
    private Clock clock;

    protected Sessions() {}

    @Inject
    Sessions(SessionRepository rows, AuthSettings settings) {
        this(rows, settings, Clock.systemUTC());
    }

    Sessions(SessionRepository rows, AuthSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Begins a session.
     *
     * @param user as read when their password was found right
     * @throws org.hostelchat.refusal.Refusal.NotSignedIn if another one holds by now, or the account is not active
     */
    NewSession open(User user, boolean remembered, Device device) {
        var token = Secrets.newToken();
        var session = new SignInSession(Secrets.sha256(token), user.id(), remembered, device.name(), clock.instant());
        rows.add(session, user, device.address());
        noteUse(session.id());
        var life = remembered ? settings.remembered() : settings.sessionLife();
        return new NewSession(signedIn(session, user), token, remembered, life);
    }

    /** Whose session a token opens; empty if it never did, has ended, or its account is not active. Counts as a use. */
    public Optional<SignedIn> resume(String token) {
        return find(Secrets.sha256(token));
    }

    /** Whether a session still holds, and as whom. Counts as a use: call it while a socket lives on the session. */
    Optional<SignedIn> find(String id) {
        var now = clock.instant();
        return rows.find(id).filter(row -> now.isBefore(endOf(row.session()))).map(row -> {
            noteUse(id);
            return signedIn(row.session(), row.user());
        });
    }

    private static SignedIn signedIn(SignInSession session, User user) {
        return new SignedIn(user.asCaller(session.authenticatedAt()), session.id());
    }

    /** Why the session that a token opened is over; empty if it is not, never was, or ended too long ago. */
    public Optional<EndedSession> ended(String token) {
        var id = Secrets.sha256(token);
        return rows.findEnded(id).or(() -> expired(id));
    }

    /** One that nobody used for too long is over before that is written down. */
    private Optional<EndedSession> expired(String id) {
        var now = clock.instant();
        return rows.find(id)
                .filter(row -> !now.isBefore(endOf(row.session())))
                .map(row -> new EndedSession(id, row.user().id(), SessionEnd.EXPIRED, now));
    }

    /**
     * Notes that the password was given once more in a session.
     *
     * @return who is signed in, as from now on
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
     * Signs the caller out on other devices, those of these sessions; what is not theirs, or has ended, is left as it is.
     *
     * @return on how many
     */
    int end(Caller caller, Set<String> sessions) {
        return rows.remove(caller, sessions, true, clock.instant());
    }

    /** Where the caller is signed in, the session used last first; at most a hundred. */
    public List<OpenSession> of(Caller caller) {
        var now = clock.instant();
        return rows.of(caller.id(), MOST_LISTED).stream()
                .filter(session -> now.isBefore(endOf(session)))
                .map(session -> session.seenAt(lastUse(session)))
                .sorted(Comparator.comparing(OpenSession::lastUsed).reversed())
                .toList();
    }

    /**
     * Signs out on every device, and takes away the personal tokens.
     *
     * @return the tokens
     */
    public List<AccessToken> endAll(Caller caller) {
        return rows.removeAll(caller, clock.instant());
    }

    /**
     * Stores what was noted and forgets what has ended. Call it about once a minute: a session that was begun or used later
     * than now, by a clock that has been set back since, counts from now on, and does not last that much longer.
     */
    public void writeUses() {
        // By small parts: whoever has something to say waits for the database meanwhile.
        while (!uses.isEmpty()) {
            var part = uses.entrySet().stream().limit(100).collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
            rows.used(part);
            part.forEach(uses::remove);
        }
        var now = clock.instant();
        rows.notLaterThan(now);
        rows.removeExpired(false, now.minus(settings.sessionLife()), now.minus(settings.sessionIdle()), now);
        rows.removeExpired(true, now.minus(settings.remembered()), now.minus(settings.remembered()), now);
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
