package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.refusal.Violations;
import org.hostelchat.user.User;
import org.hostelchat.user.UserRepository;

/**
 * Replaces people's own passwords. The current password is required too, but only once: it is not asked again for a few
 * minutes after signing in with an initial password, or after it was given together with a new password that was
 * refused. Thread-safe.
 *
 * <p>Never call it within a transaction, see {@link Passwords}.
 */
@ApplicationScoped
public class PasswordChanges {

    /** How long the correct current password counts after the new one was refused. */
    private static final Duration TRY_AGAIN_WITHIN = Duration.ofMinutes(5);

    private static final int MOST_GIVEN = 1_000;

    /**
     * When the current password was given with a new one that was refused, by session. In memory: after a restart it is
     * asked once more.
     */
    private final Map<String, Instant> given = Collections.synchronizedMap(new BoundedMap<>(MOST_GIVEN));

    private UserRepository users;
    private Passwords passwords;
    private PasswordCheck check;
    private Sessions sessions;
    private AuthSettings settings;
    private AuditLog audit;
    private Clock clock;

    protected PasswordChanges() {}

    @Inject
    PasswordChanges(
            UserRepository users,
            Passwords passwords,
            PasswordCheck check,
            Sessions sessions,
            AuthSettings settings,
            AuditLog audit,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.check = check;
        this.sessions = sessions;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the current password must be given with the new one. */
    public boolean needsCurrent(SignedIn signedIn) {
        return proven(signedIn).isEmpty();
    }

    /**
     * Replaces the caller's password and ends their other sessions.
     *
     * @param current may be empty if it is not {@linkplain #needsCurrent needed}
     * @param next the new password
     * @throws Refusal.NotAllowed if {@code current} is wrong
     * @throws Refusal.Unacceptable if {@code next} is weak or the same
     * @throws Refusal.NotSignedIn if the password has been changed meanwhile, or the account is not active any more
     * @throws Refusal.TooFast after too many wrong attempts
     * @return the caller's new state
     */
    public SignedIn change(SignedIn signedIn, String current, String next, String address) {
        var caller = signedIn.caller();
        caller.requireAccount();
        var violations = new Violations();
        var proven = isEmpty(current) ? proven(signedIn) : Optional.<User>empty();
        if (isEmpty(current) && proven.isEmpty()) {
            violations.check("current", Optional.of(Phrase.of("auth.current-password-missing")));
        }
        if (isEmpty(next)) violations.check("next", Optional.of(Phrase.of("auth.new-password-missing")));
        violations.refuseIfAny("incomplete");
        var user = proven.orElseGet(() -> {
            var known = check.require(caller, current, address, "password-change-failed");
            given.put(signedIn.session(), clock.instant());
            return known;
        });
        violations.check(
                "next", PasswordRules.problem(next, user.name(), user.enrolmentNumber(), settings.hostelName()));
        violations.refuseIfAny("weak-password");
        if (isPresent(next, current, user)) {
            violations.check("next", Optional.of(Phrase.of("auth.same-password")));
        }
        violations.refuseIfAny("weak-password");
        users.choosePassword(user, caller, passwords.hash(next), signedIn.session(), clock.instant());
        given.remove(signedIn.session());
        audit.record("password-changed", caller, "address", address);
        var at = sessions.authenticated(signedIn).caller().authenticatedAt();
        return new SignedIn(caller.passwordChosen(at), signedIn.session());
    }

    private boolean isPresent(String next, String current, User user) {
        var meant = meant(next, user);
        // If the current password was not typed, only its hash is available for the comparison.
        return isEmpty(current) ? passwords.match(meant, user.passwordHash()) : meant.equals(meant(current, user));
    }

    private static String meant(String password, User user) {
        var normal = Passwords.normal(password);
        return user.mustChangePassword()
                ? Secrets.initialPasswordMeant(password).orElse(normal)
                : normal;
    }

    private Optional<User> proven(SignedIn signedIn) {
        var at = lastGiven(signedIn);
        return at == null
                ? Optional.empty()
                : users.find(signedIn.caller().id()).filter(user -> held(user, at));
    }

    /**
     * When the password was last given that may count for the change; null if that is too long ago, was before the clock
     * was set back, or never happened.
     */
    private Instant lastGiven(SignedIn signedIn) {
        var now = clock.instant();
        var caller = signedIn.caller();
        if (caller.mustChangePassword() && caller.isRecentlyAuthenticated(now)) return caller.authenticatedAt();
        var at = given.get(signedIn.session());
        return at != null && !at.isAfter(now) && now.isBefore(at.plus(TRY_AGAIN_WITHIN)) ? at : null;
    }

    /** Whether the password that was given then is still the current one. */
    private static boolean held(User user, Instant at) {
        return user.isActive() && !user.passwordSetAt().isAfter(at);
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isEmpty();
    }
}
