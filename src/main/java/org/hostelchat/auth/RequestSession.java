package org.hostelchat.auth;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;

/**
 * The present request's way in and out, the same for every door. Whoever implements it takes care of cookies and addresses, so that
 * doors need not, and is request-scoped: what is injected speaks for whatever request is under way.
 */
public interface RequestSession {

    /** Who makes this request; empty if nobody has signed in. */
    Optional<SignedIn> who();

    /**
     * Signs in on this device: the answer carries a new session's cookie.
     *
     * @param login the enrolment number, or a name that only one person has
     * @param remember whether to stay signed in when the browser is closed
     * @throws Refusal.NotSignedIn if login or password is wrong, without saying which
     * @throws Refusal.TooFast after too many wrong tries
     * @throws Refusal.NotAllowed if the password is right but was given out too long ago
     */
    Caller signIn(String login, String password, boolean remember);

    /** Signs out on this device. */
    void signOut();

    /** Signs out on every device, and takes away the personal tokens. */
    void signOutEverywhere();

    /** Where one is signed in, the session used last first. */
    List<OpenSession> sessions();

    /**
     * Signs out on other devices.
     *
     * @param chosen ids of sessions of one's own
     * @throws Refusal.Unacceptable if none is chosen or the password is missing
     * @throws Refusal.NotAllowed if the password is wrong
     * @throws Refusal.TooFast after too many wrong tries
     */
    void signOutElsewhere(Set<String> chosen, String password);

    /**
     * Proves anew that it is oneself, by one's password, for what asks for that
     * ({@link org.hostelchat.principal.Caller#requireRecentAuthentication}).
     *
     * @throws Refusal.Unacceptable if the password is missing
     * @throws Refusal.NotAllowed if it is wrong
     * @throws Refusal.TooFast after too many wrong tries
     */
    void confirm(String password);

    /** Why the session that this device had is over; empty if it had none, or nobody knows any more. */
    Optional<EndedSession> ended();

    /** The session that somebody ended in this browser, by signing out in it, not long ago. */
    Optional<EndedSession> signedOut();

    /** Whether one's present password has to be given with a new one: not right after signing in with an initial password. */
    boolean needsCurrentPassword();

    /**
     * Replaces one's password; one's other sessions and one's personal tokens end.
     *
     * @param current may be empty where it is not needed
     * @throws Refusal.NotAllowed if {@code current} is wrong
     * @throws Refusal.Unacceptable if {@code next} is weak
     * @throws Refusal.TooFast after too many wrong tries
     */
    void changePassword(String current, String next);

    /**
     * Makes a token.
     *
     * @param password the caller's present one; null for the operator, who has none
     * @throws Refusal.NotAllowed if the password is wrong, or the caller is no official
     * @throws Refusal.Unacceptable naming every field that breaks a rule
     * @throws Refusal.TooFast after too many wrong tries
     */
    NewToken makeToken(TokenDraft draft, String password);

    /**
     * Registers the hostel's first official, who has the key from the setup file, and signs them in.
     *
     * @throws Refusal.NotAllowed if the key is wrong or void
     * @throws Refusal.Unacceptable naming every field that breaks a rule
     * @throws Refusal.TooFast after too many wrong keys
     */
    Caller setUp(String key, String name, String enrolmentNumber, String password);

    /**
     * The page to show to somebody who has just signed in.
     *
     * @param wanted where they wanted to go, from the outside: ignored unless it is a path of ours; may be null
     */
    String landing(String wanted);

    /** Leaves a trace of what this request's caller was refused. For a door that answers with the refusal. */
    void refused(Refusal.NotAllowed refusal);
}
