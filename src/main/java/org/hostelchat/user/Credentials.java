package org.hostelchat.user;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hostelchat.audit.AuditDraft;
import org.hostelchat.changelog.Change;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;

/**
 * What the register needs of authentication, which owns passwords, sessions and tokens and is built on top of the
 * register. Implementations are thread-safe. Methods with an {@link EntityManager} act within the caller's transaction.
 */
public interface Credentials {

    /** A new random initial password, to be shown once. */
    String newInitialPassword();

    /** Why a password is too weak for this person, as a sentence for people; empty if it is acceptable. */
    Optional<Phrase> problem(String password, String name, String enrolmentNumber);

    /**
     * The hash to store for a password. Takes a while: never call it within a transaction.
     *
     * @throws org.hostelchat.refusal.Refusal.Unavailable if too many passwords are being hashed
     */
    String hash(String password);

    /** Ends all sign-in sessions of a user, and what else could open one. The caller appends the change to the change log. */
    void endSessions(EntityManager em, User user, SessionEnd why);

    /** As the other, for several users. */
    void endSessions(EntityManager em, Collection<Long> userIds, SessionEnd why);

    /** As {@link #endSessions}, except for one session, because the user chose another password. */
    void endOtherSessions(EntityManager em, User user, String keptSessionId);

    /**
     * The result of revoking tokens.
     *
     * @param acts what to record
     * @param ended what to append to the change log, unless all sessions of the user end as well
     */
    record Revoked(List<AuditDraft> acts, List<Change.SessionsEnded> ended) {}

    /**
     * Revokes a user's personal access tokens. Tokens that they made for machines stay. The caller records the result
     * and appends it to the change log.
     */
    Revoked revokeTokens(EntityManager em, User user, Caller by);
}
