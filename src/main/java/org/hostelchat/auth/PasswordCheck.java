package org.hostelchat.auth;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.hostelchat.audit.AuditLog;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.User;

/**
 * Compares what somebody typed with the password of an account, slows down who guesses, and brings the stored hash up to date.
 * Thread-safe. Never call it within a transaction, see {@link Passwords}.
 *
 * <p>Pages of earlier versions read forms as Latin-1, so a password with other than ASCII characters was hashed as something
 * that nobody typed ("é" as "Ã©"). The accounts that may have such a hash are marked ({@link User#isPasswordPerhapsMisread}).
 * As long as there are any, a password that does not match is tried once more as those pages would have read it; if that
 * matches, the account gets a hash of what was really typed.
 */
final class PasswordCheck {

    private final PasswordHashes hashes;
    private final Passwords passwords;
    private final AuditLog audit;
    private final LoginThrottle tries;

    /** Once no account is marked none will ever be. */
    private volatile boolean someMisread = true;

    /** @param elapsed by which waiting is counted, whatever becomes of the machine's clock */
    PasswordCheck(PasswordHashes hashes, Passwords passwords, AuditLog audit, Clock elapsed) {
        this.hashes = hashes;
        this.passwords = passwords;
        this.audit = audit;
        this.tries = new LoginThrottle(elapsed);
    }

    /**
     * Whether it is the account's password. Takes as long for nobody as for somebody, and for each account as long as for any
     * other.
     *
     * @param account under which name to count failures
     * @param address where the try comes from
     * @param user null if there is no such account, or it is not active: never a match
     * @throws Refusal.TooFast after too many wrong tries
     */
    boolean matches(String account, String address, String typed, User user) {
        refuseTooFast(account, address);
        // Nobody has such a password, and to normalise it would cost more than the hash.
        var endless = typed.length() > 4 * PasswordRules.LONGEST;
        var hash = user == null || endless ? null : user.passwordHash();
        var password = endless ? "" : typed;
        var right = compare(account, address, password, hash);
        if (right) update(user, password, passwords.isOutdated(hash));
        else if (mayBeMisread(password)) {
            var marked = hash != null && user.isPasswordPerhapsMisread();
            right = compare(account, address, misread(password), marked ? hash : null);
            if (right) update(user, password, true);
        }
        if (right) tries.succeeded(account, address);
        else tries.failed(account, address);
        return right;
    }

    private boolean compare(String account, String address, String password, String hash) {
        return passwords.match(password, hash, () -> refuseTooFast(account, address));
    }

    private void update(User user, String password, boolean anew) {
        if (anew) hashes.replace(user, passwords.hash(password));
        else if (user.isPasswordPerhapsMisread()) hashes.replace(user, user.passwordHash());
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

    private void refuseTooFast(String account, String address) {
        try {
            tries.refuseTooFast(account, address);
        } catch (Refusal.TooFast refusal) {
            audit.recordOnce(refusal.retryAfter(), "too-many-tries", null, "account", account, "address", address);
            throw refusal;
        }
    }
}
