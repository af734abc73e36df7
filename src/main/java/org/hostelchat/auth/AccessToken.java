package org.hostelchat.auth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A key for a script, with a name to know it by. What is stored opens nothing. */
@Entity
@Table(name = "access_tokens")
public class AccessToken {

    private static final String SESSION = "token:";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "user_id")
    private Long userId;

    private String name;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    protected AccessToken() {}

    /** @param userId whose rights it carries, or null for the operator's */
    AccessToken(Long userId, String name, String tokenHash, Instant now) {
        this.userId = userId;
        this.name = name;
        this.tokenHash = tokenHash;
        this.createdAt = now;
    }

    public long id() {
        return id;
    }

    /** Null for a token that was made with the operator key. */
    public Long userId() {
        return userId;
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Null until the first use; exact to a minute or so. */
    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    void used(Instant at) {
        if (lastUsedAt == null || lastUsedAt.isBefore(at)) lastUsedAt = at;
    }

    /** How {@link SessionsEnded} calls what lives on this token. */
    String session() {
        return SESSION + id;
    }

    /** The number of the token that a session is named after; empty for sessions of other kinds. */
    static Optional<Long> idOf(String session) {
        return session.startsWith(SESSION)
                ? Optional.of(Long.valueOf(session.substring(SESSION.length())))
                : Optional.empty();
    }
}
