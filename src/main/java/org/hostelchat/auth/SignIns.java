package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.meter.Meter;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.refusal.Violations;
import org.hostelchat.time.ElapsedClock;
import org.hostelchat.user.Names;
import org.hostelchat.user.User;
import org.hostelchat.user.UserRepository;

/**
 * Lets people in by their password, and lets them change it. Nobody learns here whether an account exists: an unknown login,
 * a wrong password and a deactivated account get the same answer in the same time.
 *
 * <p>Never call it within a transaction, see {@link Passwords}.
 */
@ApplicationScoped
public class SignIns {

    private UserRepository users;
    private Passwords passwords;
    private Sessions sessions;
    private AccessTokens tokens;
    private AuthSettings settings;
    private AuditLog audit;
    private Clock clock;
    private PasswordCheck passwordCheck;

    protected SignIns() {}

    @Inject
    SignIns(
            UserRepository users,
            PasswordHashes hashes,
            Passwords passwords,
            Sessions sessions,
            AccessTokens tokens,
            AuthSettings settings,
            AuditLog audit) {
        this(users, hashes, passwords, sessions, tokens, settings, audit, Clock.systemUTC(), new ElapsedClock());
    }

    SignIns(
            UserRepository users,
            PasswordHashes hashes,
            Passwords passwords,
            Sessions sessions,
            AccessTokens tokens,
            AuthSettings settings,
            AuditLog audit,
            Clock clock,
            Clock elapsed) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tokens = tokens;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.passwordCheck = new PasswordCheck(hashes, passwords, audit, elapsed);
    }

    /**
     * Signs somebody in on a device.
     *
     * @param login the enrolment number, or a name that only one person has
     * @throws Refusal.NotSignedIn if login or password is wrong
     * @throws Refusal.TooFast after too many wrong tries
     * @throws Refusal.NotAllowed if the password is right but was given out too long ago
     */
    public NewSession signIn(String login, String password, boolean remembered, Device device) {
        var violations = new Violations();
        violations.check("login", missing(login, "Please give your name or your enrolment number."));
        violations.check("password", missing(password, "Please give your password."));
        violations.refuseIfAny("incomplete");
        // By one key for both: two spellings that wait together must not differ in whether there is such an account.
        var key = Names.key(login);
        var known = key.length() > 4 * Names.LONGEST ? Optional.<User>empty() : users.findByLogin(login);
        var account = known.map(SignIns::account).orElseGet(() -> "login:" + Secrets.sha256(key));
        var user = known.filter(User::isActive);
        var address = device.address();
        if (!passwordCheck.matches(account, address, password, user.orElse(null))) {
            Meter.FAILED_SIGN_INS.add(1);
            audit.record("sign-in-failed", null, "user", known.map(User::id).orElse(null), "address", address);
            throw new Refusal.NotSignedIn(
                    "wrong-credentials",
                    "The name or number, or the password, is wrong. Please check both and try again.");
        }
        return letIn(user.orElseThrow(), remembered, device);
    }

    private NewSession letIn(User user, boolean remembered, Device device) {
        var lastsUntil = user.passwordSetAt().plus(settings.initialPasswords());
        if (user.mustChangePassword() && clock.instant().isAfter(lastsUntil)) {
            audit.record("sign-in-too-late", user.asCaller(), "address", device.address());
            throw new Refusal.NotAllowed(
                    "initial-password-expired",
                    "This first password is too old. It worked for "
                            + settings.initialPasswords().toDays()
                            + " days only. Please ask the hostel office for a new one.");
        }
        var session = sessions.open(user, remembered, device.name());
        Meter.SIGN_INS.add(1);
        audit.record("signed-in", user.asCaller(), "address", device.address(), "remembered", remembered);
        return session;
    }

    /**
     * Replaces one's password; one's other sessions end.
     *
     * @throws Refusal.NotAllowed if {@code current} is wrong
     * @throws Refusal.Unacceptable if {@code next} is weak or the same
     * @throws Refusal.NotSignedIn if another password holds by now, or the account is not active any more
     * @throws Refusal.TooFast after too many wrong tries
     */
    public void changePassword(SignedIn signedIn, String current, String next, String address) {
        signedIn.caller().requireAccount();
        var violations = new Violations();
        violations.check("current", missing(current, "Please give your present password."));
        violations.check("next", missing(next, "Please give a new password."));
        violations.refuseIfAny("incomplete");
        var user = known(signedIn.caller(), current, address, "password-change-failed");
        violations.check(
                "next", PasswordRules.problem(next, user.name(), user.enrolmentNumber(), settings.hostelName()));
        violations.refuseIfAny("weak-password");
        if (Passwords.normal(next).equals(Passwords.normal(current))) {
            violations.check("next", Optional.of("This is your present password. Please choose another one."));
        }
        violations.refuseIfAny("weak-password");
        users.choosePassword(user, passwords.hash(next), signedIn.session(), clock.instant());
        audit.record("password-changed", signedIn.caller(), "address", address);
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
        if (chosen.isEmpty())
            violations.check("device", Optional.of("Please choose the devices that you want to sign out."));
        violations.check("password", missing(password, "Please give your password."));
        violations.refuseIfAny("incomplete");
        known(caller, password, address, "sign-out-failed");
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
            throw new Refusal.NotAllowed(
                    "account-needed", "A token of the office makes no other. Sign in, or use the operator key.");
        }
        var violations = new Violations();
        draft.check(violations);
        violations.check("password", missing(password, "Please give your password."));
        violations.refuseIfAny("invalid-token");
        return tokens.create(caller, known(caller, password, address, "token-refused"), draft);
    }

    /** The account of somebody who is signed in, and knows its password too. */
    private User known(Caller caller, String password, String address, String failure) {
        var user = users.find(caller.id()).orElseThrow(Refusal.NotSignedIn::new);
        if (passwordCheck.matches(account(user), address, password, user)) return user;
        audit.record(failure, caller, "address", address);
        throw new Refusal.NotAllowed("wrong-password", "This is not your current password. Nothing was changed.");
    }

    /** Whether a sign-in still holds, and as whom. Ask it every minute or so while something lives on it. */
    public Optional<SignedIn> renew(SignedIn signedIn) {
        if (signedIn.session().equals(OperatorKey.SESSION)) return Optional.of(signedIn);
        var byToken = tokens.find(signedIn.session());
        return byToken.isPresent() ? byToken : sessions.find(signedIn.session());
    }

    private static String account(User user) {
        return "user:" + user.id();
    }

    private static Optional<String> missing(String text, String message) {
        return text == null || text.isEmpty() ? Optional.of(message) : Optional.empty();
    }
}
