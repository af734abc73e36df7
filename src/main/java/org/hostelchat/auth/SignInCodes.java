package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.meter.Meter;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.time.ElapsedClock;
import org.hostelchat.user.Register;

/**
 * Codes by which students sign in once without a password: an official makes one for somebody who stands at the desk, and who must then choose
 * a password. A code works once, for {@value #MINUTES} minutes, until the office makes another, and until the person's password is
 * reset or chosen, their sessions are ended by the office, or their account is deactivated or erased. Thread-safe.
 *
 * <p>Wrong codes are slowed down by address, which keeps them cheap. A right one is always let in: it has too many random bits
 * to be guessed, and others who share its owner's address must not be able to keep them out.
 *
 * <p>Never call it within a transaction, see {@link Passwords}.
 */
@ApplicationScoped
public class SignInCodes {

    public static final int MINUTES = 30;

    private static final int FREE = 20;
    private static final int MOST_ADDRESSES = 10_000;

    private SignInCodeRepository rows;
    private Register register;
    private Sessions sessions;
    private Passwords passwords;
    private AuthSettings settings;
    private AuditLog audit;
    private Clock clock;
    private Backoff wrong;

    protected SignInCodes() {}

    @Inject
    SignInCodes(
            SignInCodeRepository rows,
            Register register,
            Sessions sessions,
            Passwords passwords,
            AuthSettings settings,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.register = register;
        this.sessions = sessions;
        this.passwords = passwords;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.wrong = new Backoff(
                FREE,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofMinutes(15),
                MOST_ADDRESSES,
                new ElapsedClock());
    }

    /**
     * Makes a code. An earlier one of the same person stops working.
     *
     * @throws Refusal.NotAllowed if the caller is no official, or gave their password too long ago, or the code would be for an official
     * @throws Refusal.NotFound if nobody has this number
     * @throws Refusal.Conflict if the account is not active, or its owner's stay is over
     */
    public NewSignInCode make(Caller by, String enrolmentNumber) {
        by.requireAdmin();
        var now = now();
        by.requireRecentAuthentication(now);
        var user = register.find(by, enrolmentNumber);
        var code = Secrets.newCode();
        var until = now.plus(MINUTES, ChronoUnit.MINUTES);
        var maker = by.isOperator() ? null : (Long) by.id();
        rows.put(new SignInCode(user.id(), Secrets.sha256(code), maker, until), by, now, settings.today(now));
        audit.record("sign-in-code-made", by, "user", user.id());
        return new NewSignInCode(user, code, until);
    }

    /**
     * Signs in by a code, which is used up.
     *
     * @param typed capitals, spaces and hyphens do not count
     * @throws Refusal.Unacceptable if it is missing
     * @throws Refusal.NotSignedIn if it is wrong, was used, or does not hold any more
     * @throws Refusal.TooFast after too many wrong codes
     */
    public NewSession signIn(String typed, boolean remembered, Device device) {
        if (typed == null || typed.isBlank())
            throw new Refusal.Unacceptable("incomplete", "code", Phrase.of("auth.code-missing"));
        var now = now();
        var hash = Secrets.codeMeant(typed).map(Secrets::sha256);
        var owner = hash.flatMap(digest -> rows.find(digest, now));
        if (owner.isEmpty()) throw refused(device.address());
        // Nobody will know it; before the transaction, because it takes a while.
        var password = passwords.hash(Secrets.newToken());
        var session = sessions.open(owner.get(), remembered, device, now, opened -> rows.use(
                        hash.orElseThrow(), opened, password, device.address(), now, settings.today(now))
                .orElseThrow(() -> refused(device.address())));
        Meter.SIGN_INS.add(1);
        audit.record("signed-in-by-code", session.signedIn().caller(), "address", device.address());
        return session;
    }

    private Refusal refused(String address) {
        var wait = wrong.wait(address);
        if (!wait.isZero()) {
            audit.recordOnce(wait, "too-many-codes", null, "address", address);
            return new Refusal.TooFast(
                    "too-many-tries", Phrase.of("auth.too-many-codes", "seconds", wait.toSeconds() + 1), wait);
        }
        wrong.failed(address);
        Meter.FAILED_SIGN_INS.add(1);
        audit.record("sign-in-code-wrong", null, "address", address);
        return new Refusal.NotSignedIn("code-not-valid", Phrase.of("auth.code-wrong", "minutes", MINUTES));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
