package org.hostelchat.auth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Query;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hostelchat.user.SessionEnd;

/**
 * A session that has ended, and why: kept so that the person who returns with its cookie is told the reason and can
 * recover unsent text. Grants no access.
 */
@Entity
@Table(name = "ended_sessions")
public class EndedSession {

    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "user_id")
    private Long userId;

    @Enumerated(EnumType.STRING)
    private SessionEnd reason;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected EndedSession() {}

    EndedSession(String tokenHash, long userId, SessionEnd reason, Instant endedAt) {
        this.tokenHash = tokenHash;
        this.userId = userId;
        this.reason = reason;
        this.endedAt = endedAt;
    }

    /**
     * Deletes sessions and stores the reason, within the caller's transaction. The caller must append the change to the
     * log of changes.
     *
     * @param condition on the session {@code s}, in JPQL
     * @return how many sessions were deleted
     */
    static int end(EntityManager em, SessionEnd reason, Instant now, String condition, Map<String, Object> parameters) {
        var ending =
                em.createQuery("select s.tokenHash, s.userId from SignInSession s where " + condition, Object[].class);
        set(ending, parameters);
        ending.getResultList()
                .forEach(row -> em.persist(new EndedSession((String) row[0], (Long) row[1], reason, now)));
        var delete = em.createQuery("delete from SignInSession s where " + condition);
        set(delete, parameters);
        return delete.executeUpdate();
    }

    private static void set(Query query, Map<String, Object> parameters) {
        parameters.forEach(query::setParameter);
    }

    /** The session's id, as in {@link SignedIn#session}. */
    public String session() {
        return tokenHash;
    }

    /** Whose session it was; null once the account is erased. */
    public Long userId() {
        return userId;
    }

    public SessionEnd reason() {
        return reason;
    }

    public Instant endedAt() {
        return endedAt;
    }
}
