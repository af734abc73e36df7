package org.hostelchat.user;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.changelog.Change;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;

/**
 * What the register asks of authentication, which knows passwords, sessions and tokens and is built on top of the register.
 * Implementations are thread-safe. Methods that take an {@link EntityManager} act within the caller's transaction.
 */
public interface Credentials {

    /** A new random initial password, to be shown once. */
    String newInitialPassword();

    /** Why a password is too weak for this person, as a sentence for people; empty if it is not. */
    Optional<Phrase> problem(String password, String name, String enrolmentNumber);

    /**
     * What is stored of a password. Takes a while: never call it within a transaction.
     *
     * @throws org.hostelchat.refusal.Refusal.Unavailable if too many passwords are being hashed
     */
    String hash(String password);

    /** Ends all sign-in sessions of a user. The caller has it told. */
    void endSessions(EntityManager em, User user, SessionEnd why);

    /** The same, but for one of them, because the user chose another password. */
    void endOtherSessions(EntityManager em, User user, String keptSessionId);

    /**
     * What became of tokens.
     *
     * @param acts what is to be recorded of it
     * @param ended what is to be told of it, unless all sessions of the user have ended besides
     */
    record Revoked(List<AuditDraft> acts, List<Change.SessionsEnded> ended) {}

    /** Revokes a user's personal access tokens; what they made for the office stays. The caller records it and has it told. */
    Revoked revokeTokens(EntityManager em, User user, Caller by);
}
