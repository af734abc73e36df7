package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.time.ElapsedClock;
import org.hostelchat.user.User;
import org.hostelchat.user.UserRepository;

/**
 * Whether a password is the right one, wherever somebody is asked for theirs. Wrong ones are slowed down, nobody learns by the
 * time it takes whether an account exists, and the stored hash is brought up to date. Thread-safe.
 *
 * <p>Pages of earlier versions read forms as Latin-1, so a password with other than ASCII characters was hashed as something
 * that nobody typed ("é" as "Ã©"). The accounts that may have such a hash are marked ({@link User#isPasswordPerhapsMisread}).
 * As long as there are any, a password that does not match is tried once more as those pages would have read it; if that
 * matches, the account gets a hash of what was really typed.
 *
 * <p>Never call it within a transaction, see {@link Passwords}.
 */
@ApplicationScoped
class PasswordCheck {

    private UserRepository users;
    private PasswordHashes hashes;
    private Passwords passwords;
    private AuditLog audit;
    private LoginThrottle throttle;

    /** Once no account is marked none will ever be. */
    private volatile boolean someMisread = true;

    protected PasswordCheck() {}

    @Inject
    PasswordCheck(UserRepository users, PasswordHashes hashes, Passwords passwords, AuditLog audit) {
        this(users, hashes, passwords, audit, new ElapsedClock());
    }

    /** @param elapsed by which waiting is counted, whatever becomes of the machine's clock */
    PasswordCheck(UserRepository users, PasswordHashes hashes, Passwords passwords, AuditLog audit, Clock elapsed) {
        this.users = users;
        this.hashes = hashes;
        this.passwords = passwords;
        this.audit = audit;
        this.throttle = new LoginThrottle(elapsed);
    }

    /**
     * Whether this is the password of somebody who wants to sign in. An initial one may be typed in capitals, without its
     * hyphens or with blanks: people read it off a slip. Takes as long for nobody as for somebody, and for each account as long
     * as for any other.
     *
     * @param login what was typed, in the form that is compared: wrong tries at a login that nobody has count by it
     * @param known whom the login means; empty for nobody, and then never right, as for an account that is not active
     * @throws Refusal.TooFast after too many wrong tries
     */
    boolean matches(String login, Optional<User> known, String password, String address) {
        var account = known.map(PasswordCheck::account).orElseGet(() -> "login:" + Secrets.sha256(login));
        return compare(account, address, password, known.filter(User::isActive).orElse(null));
    }

    /**
     * The account of somebody who is signed in, and knows its password too.
     *
     * @param failure what the audit log calls a wrong try
     * @throws Refusal.NotAllowed if the password is wrong
     * @throws Refusal.TooFast after too many wrong tries
     */
    User require(Caller caller, String password, String address, String failure) {
        var user = users.find(caller.id()).orElseThrow(Refusal.NotSignedIn::new);
        if (compare(account(user), address, password, user)) return user;
        audit.record(failure, caller, "address", address);
        throw new Refusal.NotAllowed("wrong-password", Phrase.of("auth.wrong-password"));
    }

    private boolean compare(String account, String address, String typed, User user) {
        var tried = new Attempt(account, address, user);
        tried.refuseTooFast();
        // Nobody has such a password, and to normalise it would cost more than the hash.
        var right = typed.length() > 4 * PasswordRules.LONGEST ? tried.nothing() : tried.isRight(typed);
        if (right) throttle.succeeded(account, address);
        else throttle.failed(account, address);
        return right;
    }

    private boolean mayBeMisread(String password) {
        if (misread(password).equals(password)) return false;
        if (someMisread) someMisread = hashes.someMisread();
        return someMisread;
    }

    /** What a form that was read as Latin-1 made of a text. */
    private static String misread(String typed) {
        return new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String account(User user) {
        return "user:" + user.id();
    }

    /** One try: all spellings that what was typed may stand for, as many hashes for nobody as for somebody. */
    private final class Attempt {

        private final String account;
        private final String address;
        private final User user;

        /** @param user null if nobody can be meant: never right */
        Attempt(String account, String address, User user) {
            this.account = account;
            this.address = address;
            this.user = user;
        }

        boolean isRight(String typed) {
            if (compare(typed, user != null)) return update(typed, passwords.isOutdated(user.passwordHash()));
            var initial = Secrets.initialPasswordMeant(typed);
            if (initial.isPresent() && compare(initial.get(), user != null && user.mustChangePassword())) {
                return update(initial.get(), passwords.isOutdated(user.passwordHash()));
            }
            var marked = user != null && user.isPasswordPerhapsMisread();
            return mayBeMisread(typed) && compare(misread(typed), marked) && update(typed, true);
        }

        boolean nothing() {
            return compare("", false);
        }

        private boolean compare(String password, boolean possible) {
            return passwords.match(password, possible ? user.passwordHash() : null, this::refuseTooFast);
        }

        private boolean update(String password, boolean anew) {
            if (anew) hashes.replace(user, passwords.hash(password));
            else if (user.isPasswordPerhapsMisread()) hashes.replace(user, user.passwordHash());
            return true;
        }

        void refuseTooFast() {
            try {
                throttle.refuseTooFast(account, address);
            } catch (Refusal.TooFast refusal) {
                audit.recordOnce(refusal.retryAfter(), "too-many-tries", null, "account", account, "address", address);
                throw refusal;
            }
        }
    }
}
