package org.hostelchat.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.time.ElapsedClock;
import org.hostelchat.user.User;
import org.hostelchat.user.UserRepository;

/**
 * Whether a password is the right one, wherever somebody is asked for theirs. Wrong ones are slowed down, and nobody learns by
 * the time it takes whether an account exists. Thread-safe.
 *
 * <p>Never call it within a transaction, see {@link Passwords}.
 */
@ApplicationScoped
class PasswordCheck {

    private UserRepository users;
    private Passwords passwords;
    private AuditLog audit;
    private LoginThrottle throttle;

    protected PasswordCheck() {}

    @Inject
    PasswordCheck(UserRepository users, Passwords passwords, AuditLog audit) {
        this(users, passwords, audit, new ElapsedClock());
    }

    PasswordCheck(UserRepository users, Passwords passwords, AuditLog audit, Clock elapsed) {
        this.users = users;
        this.passwords = passwords;
        this.audit = audit;
        this.throttle = new LoginThrottle(elapsed);
    }

    /**
     * Looks whether this is the password of somebody who wants to sign in. An initial one may be typed in capitals, without its
     * hyphens or with blanks: people read it off a slip.
     *
     * @param login what was typed, in the form that is compared: wrong tries at a login that nobody has count by it
     * @param known whom the login means; empty for nobody, and then never right
     * @return the password as it is, which may be spelt otherwise than it was typed; empty if it is wrong
     * @throws Refusal.TooFast after too many wrong tries
     */
    Optional<String> match(String login, Optional<User> known, String password, String address) {
        var account = known.map(PasswordCheck::account).orElseGet(() -> "login:" + Secrets.sha256(login));
        return compare(account, known.filter(User::isActive), password, address);
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
        if (compare(account(user), Optional.of(user), password, address).isPresent()) return user;
        audit.record(failure, caller, "address", address);
        throw new Refusal.NotAllowed("wrong-password", "This is not your current password. Nothing was changed.");
    }

    private Optional<String> compare(String account, Optional<User> user, String password, String address) {
        refuseTooFast(account, address);
        Runnable stillAllowed = () -> refuseTooFast(account, address);
        var right = spellings(password, user)
                .filter(spelling -> passwords.match(spelling.password, spelling.hash, stillAllowed))
                .map(Spelling::password)
                .findFirst();
        if (right.isPresent()) throttle.succeeded(account, address);
        else throttle.failed(account, address);
        return right;
    }

    /** What to compare, one after the other: as many for nobody as for somebody, so that it takes as long. */
    private static Stream<Spelling> spellings(String password, Optional<User> user) {
        // Nobody has such a password, and to normalise it would cost more than the hash.
        if (password.length() > 4 * PasswordRules.LONGEST) return Stream.of(new Spelling("", null));
        var typed = new Spelling(password, user.map(User::passwordHash).orElse(null));
        var initial =
                user.filter(User::mustChangePassword).map(User::passwordHash).orElse(null);
        return Stream.concat(
                Stream.of(typed),
                Secrets.initialPasswordMeant(password).stream().map(meant -> new Spelling(meant, initial)));
    }

    /** @param hash with which to compare it; null for one that can't be right */
    private record Spelling(String password, String hash) {}

    private void refuseTooFast(String account, String address) {
        try {
            throttle.refuseTooFast(account, address);
        } catch (Refusal.TooFast refusal) {
            audit.recordOnce(refusal.retryAfter(), "too-many-tries", null, "account", account, "address", address);
            throw refusal;
        }
    }

    private static String account(User user) {
        return "user:" + user.id();
    }
}
