package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.meter.Meter;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.refusal.Violations;
import org.hostelchat.user.LoginMatch;
import org.hostelchat.user.Names;
import org.hostelchat.user.User;
import org.hostelchat.user.UserRepository;

/**
 * Lets people in by their password. Nobody learns here whether an account exists: an unknown login,
 * a wrong password and a deactivated account get the same answer in the same time.
 *
 * <p>Never call it within a transaction, see {@link Passwords}.
 */
@ApplicationScoped
public class SignIns {

    private UserRepository users;
    private Sessions sessions;
    private AccessTokens tokens;
    private PasswordCheck check;
    private AuthSettings settings;
    private AuditLog audit;
    private Clock clock;

    protected SignIns() {}

    @Inject
    SignIns(
            UserRepository users,
            Sessions sessions,
            AccessTokens tokens,
            PasswordCheck check,
            AuthSettings settings,
            AuditLog audit) {
        this(users, sessions, tokens, check, settings, audit, Clock.systemUTC());
    }

    SignIns(
            UserRepository users,
            Sessions sessions,
            AccessTokens tokens,
            PasswordCheck check,
            AuthSettings settings,
            AuditLog audit,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.tokens = tokens;
        this.check = check;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Signs somebody in on a device.
     *
     * @param login the enrolment number, or a name that only one person has
     * @throws Refusal.NotSignedIn if login or password is wrong, or the name is no longer only theirs
     * @throws Refusal.TooFast after too many wrong tries
     * @throws Refusal.NotAllowed if the password is right but was given out too long ago
     */
    public NewSession signIn(String login, String password, boolean remembered, Device device) {
        var violations = new Violations();
        violations.check("login", missing(login, Phrase.of("auth.login-missing")));
        violations.check("password", missing(password, Phrase.of("auth.password-missing")));
        violations.refuseIfAny("incomplete");
        // By one key for both: two spellings that wait together must not differ in whether there is such an account.
        var key = Names.key(login);
        var found = key.length() > 4 * Names.LONGEST ? Optional.<LoginMatch>empty() : users.findByLogin(login);
        var known = found.map(LoginMatch::user);
        var address = device.address();
        if (!check.matches(key, known, password, address)) {
            Meter.FAILED_SIGN_INS.add(1);
            audit.record("sign-in-failed", null, "user", known.map(User::id).orElse(null), "address", address);
            throw new Refusal.NotSignedIn("wrong-credentials", Phrase.of("auth.wrong-credentials"));
        }
        found.filter(LoginMatch::shared).ifPresent(match -> refuseSharedName(match.user(), address));
        return letIn(known.orElseThrow(), remembered, device);
    }

    /** Told to nobody but the person themselves, who knows the password. */
    private void refuseSharedName(User user, String address) {
        audit.record("sign-in-name-shared", user.asCaller(), "address", address);
        throw new Refusal.NotSignedIn(
                "name-shared", Phrase.of("auth.name-shared", "name", user.name(), "number", user.enrolmentNumber()));
    }

    private NewSession letIn(User user, boolean remembered, Device device) {
        var lastsUntil = user.passwordSetAt().plus(settings.initialPasswords());
        if (user.mustChangePassword() && clock.instant().isAfter(lastsUntil)) {
            audit.record("sign-in-too-late", user.asCaller(), "address", device.address());
            throw new Refusal.NotAllowed(
                    "initial-password-expired",
                    Phrase.of(
                            "auth.first-password-expired",
                            "days",
                            settings.initialPasswords().toDays()));
        }
        var session = sessions.open(user, remembered, device);
        Meter.SIGN_INS.add(1);
        audit.record("signed-in", user.asCaller(), "address", device.address(), "remembered", remembered);
        return session;
    }

    /**
     * Signs somebody out on other devices, who proves anew that it is them: a phone that was left lying about is not enough.
     *
     * @param chosen ids of one's sessions; what has ended meanwhile is no fault
     * @throws Refusal.Unacceptable if none is chosen or the password is missing
     * @throws Refusal.NotAllowed if the password is wrong
     * @throws Refusal.TooFast after too many wrong tries
     */
    public void signOut(SignedIn signedIn, Set<String> chosen, String password, String address) {
        var caller = signedIn.caller();
        caller.requireAccount();
        var violations = new Violations();
        if (chosen.isEmpty()) violations.check("device", Optional.of(Phrase.of("auth.devices-missing")));
        violations.check("password", missing(password, Phrase.of("auth.password-missing")));
        violations.refuseIfAny("incomplete");
        check.require(caller, password, address, "sign-out-failed");
        var ended = sessions.end(caller, chosen);
        audit.record("signed-out-elsewhere", caller, "address", address, "sessions", ended);
    }

    /**
     * Makes a token for somebody who proves anew that it is them: an official's session that was left open is not enough for a key
     * that outlives it. The operator key is proof enough, and what it makes is the office's own.
     *
     * @throws Refusal.Unacceptable if the draft breaks a rule, or the password is missing
     * @throws Refusal.NotAllowed if the caller is no official, or the password is wrong
     * @throws Refusal.TooFast after too many wrong tries
     */
    public NewToken makeToken(SignedIn signedIn, TokenDraft draft, String password, String address) {
        var caller = signedIn.caller();
        caller.requireAdmin();
        if (signedIn.session().equals(OperatorKey.SESSION)) return tokens.create(caller, null, draft.ofOffice());
        if (caller.isOperator()) {
            throw new Refusal.NotAllowed("account-needed", Phrase.of("auth.token-makes-no-token"));
        }
        var violations = new Violations();
        draft.check(violations);
        violations.check("password", missing(password, Phrase.of("auth.password-missing")));
        violations.refuseIfAny("invalid-token");
        return tokens.create(caller, check.require(caller, password, address, "token-refused"), draft);
    }

    /**
     * Proves anew who is signed in, see {@link Caller#requireRecentAuthentication}.
     *
     * @return who is signed in, as from now on
     * @throws Refusal.Unacceptable if the password is missing
     * @throws Refusal.NotAllowed if it is wrong
     * @throws Refusal.TooFast after too many wrong tries
     */
    public SignedIn confirm(SignedIn signedIn, String password, String address) {
        var caller = signedIn.caller();
        caller.requireAccount();
        var violations = new Violations();
        violations.check("password", missing(password, Phrase.of("auth.password-missing")));
        violations.refuseIfAny("incomplete");
        check.require(caller, password, address, "confirmation-failed");
        audit.record("confirmed", caller, "address", address);
        return sessions.authenticated(signedIn);
    }

    /** Whether a sign-in still holds, and as whom, from where it was. Ask it every minute or so while something lives on it. */
    public Optional<SignedIn> renew(SignedIn signedIn) {
        if (signedIn.session().equals(OperatorKey.SESSION)) return Optional.of(signedIn);
        return tokens.find(signedIn.session())
                .or(() -> sessions.find(signedIn.session()))
                .map(found -> found.from(signedIn.caller().source().address()));
    }

    private static Optional<Phrase> missing(String text, Phrase message) {
        return text == null || text.isEmpty() ? Optional.of(message) : Optional.empty();
    }
}
