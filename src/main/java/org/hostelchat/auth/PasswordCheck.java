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
 * Verifies passwords, wherever somebody is asked for theirs. Wrong attempts are slowed down, the time taken does not
 * reveal whether an account exists, and outdated hashes are renewed. Thread-safe.
 *
 * <p>Pages of early versions decoded forms as Latin-1, so passwords with non-ASCII characters were hashed in a garbled
 * form ("é" as "Ã©"). Accounts that may have such a hash are marked ({@link User#isPasswordPerhapsMisread}). While
 * there are any, a password that does not match is also tried in its garbled form; if that matches, the hash is
 * replaced by one of the real password.
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

    /** Once no account is marked, none ever will be. */
    private volatile boolean someMisread = true;

    protected PasswordCheck() {}

    @Inject
    PasswordCheck(UserRepository users, PasswordHashes hashes, Passwords passwords, AuditLog audit) {
        this(users, hashes, passwords, audit, new ElapsedClock());
    }

    /** @param elapsed the clock for delays, independent of changes of the system clock */
    PasswordCheck(UserRepository users, PasswordHashes hashes, Passwords passwords, AuditLog audit, Clock elapsed) {
        this.users = users;
        this.hashes = hashes;
        this.passwords = passwords;
        this.audit = audit;
        this.throttle = new LoginThrottle(elapsed);
    }

    /**
     * Whether this is the password of somebody who wants to sign in. An initial password may be typed in capitals,
     * without hyphens or with spaces, because people copy it from paper. Takes the same time for every account,
     * existing or not.
     *
     * @param login what was typed, in the form for comparison: wrong attempts at an unknown login are counted by it
     * @param known the account of the login; if empty or not active, the result is always false
     * @throws Refusal.TooFast after too many wrong attempts
     */
    boolean matches(String login, Optional<User> known, String password, String address) {
        var account = known.map(PasswordCheck::account).orElseGet(() -> "login:" + Secrets.sha256(login));
        return compare(account, address, password, known.filter(User::isActive).orElse(null));
    }

    /**
     * The account of a signed-in caller who has given its password.
     *
     * @param failure the event for the audit log if the password is wrong
     * @throws Refusal.NotAllowed if the password is wrong
     * @throws Refusal.TooFast after too many wrong attempts
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
        // No password is so long, and normalising the text would take longer than the hash.
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

    /** What decoding a form as Latin-1 made of a text. */
    private static String misread(String typed) {
        return new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String account(User user) {
        return "user:" + user.id();
    }

    /**
     * One attempt: tries all spellings that the typed text may stand for, with the same number of hashes whether the
     * account exists or not.
     */
    private final class Attempt {

        private final String account;
        private final String address;
        private final User user;

        /** @param user null if there is no such account: nothing matches then */
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
