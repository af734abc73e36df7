package org.hostelchat.auth;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;

/**
 * Signs the current request's caller in and out. The implementation is request-scoped and handles cookies and
 * addresses, so that adapters need not.
 */
public interface RequestSession {

    /** The caller of this request; empty if nobody has signed in. */
    Optional<SignedIn> who();

    /**
     * Signs in on this device: the response sets a new session's cookie.
     *
     * @param login the enrolment number, or a name that only one person has
     * @param remember whether to stay signed in when the browser is closed
     * @throws Refusal.NotSignedIn if login or password is wrong, without saying which
     * @throws Refusal.TooFast after too many wrong attempts
     * @throws Refusal.NotAllowed if the password is correct, but an initial one that has expired
     */
    Caller signIn(String login, String password, boolean remember);

    /**
     * Signs in on this device by a code that the office has made, and that is used up.
     *
     * @throws Refusal.NotSignedIn if it is wrong, was used, or is too old
     * @throws Refusal.TooFast after too many wrong codes
     */
    Caller signInByCode(String code, boolean remember);

    /** Signs out on this device. */
    void signOut();

    /** Signs out on every device, and deletes the personal tokens. */
    void signOutEverywhere();

    /** The caller's sessions, the most recently used first. */
    List<OpenSession> sessions();

    /**
     * Signs out on other devices.
     *
     * @param chosen ids of the caller's sessions
     * @throws Refusal.Unacceptable if none is chosen or the password is missing
     * @throws Refusal.NotAllowed if the password is wrong
     * @throws Refusal.TooFast after too many wrong attempts
     */
    void signOutElsewhere(Set<String> chosen, String password);

    /**
     * Confirms the caller's password, for actions that require that ({@link
     * org.hostelchat.principal.Caller#requireRecentAuthentication}).
     *
     * @throws Refusal.Unacceptable if the password is missing
     * @throws Refusal.NotAllowed if it is wrong
     * @throws Refusal.TooFast after too many wrong attempts
     */
    void confirm(String password);

    /** Why this device's session has ended; empty if it had none, or that is not known any more. */
    Optional<EndedSession> ended();

    /** The session that was recently signed out of in this browser. */
    Optional<EndedSession> signedOut();

    /**
     * Whether the current password must be given with a new one; not so right after signing in with an initial
     * password.
     */
    boolean needsCurrentPassword();

    /**
     * Replaces the caller's password; ends their other sessions and personal tokens.
     *
     * @param current may be empty if it is not needed
     * @throws Refusal.NotAllowed if {@code current} is wrong
     * @throws Refusal.Unacceptable if {@code next} is weak
     * @throws Refusal.TooFast after too many wrong attempts
     */
    void changePassword(String current, String next);

    /**
     * Makes a token.
     *
     * @param password the caller's current one; null for the operator, who has none
     * @throws Refusal.NotAllowed if the password is wrong, or the caller is not an official
     * @throws Refusal.Unacceptable naming every invalid field
     * @throws Refusal.TooFast after too many wrong attempts
     */
    NewToken makeToken(TokenDraft draft, String password);

    /**
     * Registers the hostel's first official, who has the key from the setup file, and signs them in.
     *
     * @throws Refusal.NotAllowed if the key is wrong or not valid any more
     * @throws Refusal.Unacceptable naming every invalid field
     * @throws Refusal.TooFast after too many wrong keys
     */
    Caller setUp(String key, String name, String enrolmentNumber, String password);

    /**
     * The page to show after signing in.
     *
     * @param wanted the page that was requested before, as sent by the client: ignored unless it is a path of this
     * application; may be null
     */
    String landing(String wanted);

    /** Writes to the audit log what this request's caller was refused. For adapters that answer with the refusal. */
    void refused(Refusal.NotAllowed refusal);
}
