package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
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
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.User;
import org.hostelchat.user.UserRepository;

/**
 * Signs people in by their password. The response does not reveal whether an account exists: an unknown login, a wrong
 * password and a deactivated account get the same answer after the same time.
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
     * Signs in on a device.
     *
     * @param login the enrolment number, or a name that only one person has
     * @throws Refusal.NotSignedIn if login or password is wrong, or the name has become ambiguous
     * @throws Refusal.TooFast after too many wrong attempts
     * @throws Refusal.NotAllowed if the password is correct, but an initial one that has expired, or their last day is over
     */
    public NewSession signIn(String login, String password, boolean remembered, Device device) {
        var violations = new Violations();
        violations.check("login", missing(login, Phrase.of("auth.login-missing")));
        violations.check("password", missing(password, Phrase.of("auth.password-missing")));
        violations.refuseIfAny("incomplete");
        // One key for all spellings: attempts that wait at the same time must not differ in whether the account exists.
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

    /** Reported only to the person themselves, who has given the correct password. */
    private void refuseSharedName(User user, String address) {
        audit.record("sign-in-name-shared", user.asCaller(), "address", address);
        throw new Refusal.NotSignedIn(
                "name-shared", Phrase.of("auth.name-shared", "name", user.name(), "number", user.enrolmentNumber()));
    }

    private NewSession letIn(User user, boolean remembered, Device device) {
        if (user.hasLeftBy(settings.today(clock.instant()))) {
            audit.record("sign-in-after-stay", user.asCaller(), "address", device.address());
            throw new Refusal.NotAllowed(
                    "stay-ended",
                    Phrase.of("auth.stay-ended", "day", LocalDate.parse(user.detail(RegisterColumn.UNTIL))));
        }
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
     * Signs the caller out on other devices, which requires their password: access to an unlocked phone is not enough.
     *
     * @param chosen ids of the caller's sessions; those that have ended meanwhile are ignored
     * @throws Refusal.Unacceptable if none is chosen or the password is missing
     * @throws Refusal.NotAllowed if the password is wrong
     * @throws Refusal.TooFast after too many wrong attempts
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
     * Makes a token, which requires the password: access to an official's open session is not enough for a credential
     * that outlives it. The operator's key is sufficient, and makes machine tokens.
     *
     * @throws Refusal.Unacceptable if the draft is invalid, or the password is missing
     * @throws Refusal.NotAllowed if the caller is not an official, or the password is wrong
     * @throws Refusal.TooFast after too many wrong attempts
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
     * Confirms the caller's password, see {@link Caller#requireRecentAuthentication}.
     *
     * @return the caller's new state
     * @throws Refusal.Unacceptable if the password is missing
     * @throws Refusal.NotAllowed if it is wrong
     * @throws Refusal.TooFast after too many wrong attempts
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

    /**
     * Whether a sign-in is still valid; returns it with the present rights and the same address. To be called about
     * once a minute while something depends on it.
     */
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
