package org.hostelchat.auth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hostelchat.changelog.Change;
import org.hostelchat.principal.Caller;

/**
 * A named credential for a script. Only a hash of its secret is stored.
 *
 * <p>A personal token has its owner's rights. It ends when they are no official any more, change their password or end
 * all sessions, and after a year at the latest. A machine token has the office's rights, whoever made it, until it is
 * revoked or has expired.
 */
@Entity
@Table(name = "access_tokens")
public class AccessToken {

    private static final String SESSION = "token:";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "user_id")
    private Long userId;

    @Column(name = "maker_id")
    private Long makerId;

    private String name;

    @Enumerated(EnumType.STRING)
    private TokenScope scope;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected AccessToken() {}

    /** @param maker the user who makes it, null for the operator */
    AccessToken(TokenDraft draft, Long maker, String tokenHash, Instant now) {
        this.userId = draft.machine() ? null : maker;
        this.makerId = maker;
        this.name = draft.name();
        this.scope = draft.scope();
        this.tokenHash = tokenHash;
        this.createdAt = now;
        this.expiresAt = draft.endsAt(now);
    }

    public long id() {
        return id;
    }

    /** Whose rights it has; null for a machine token. */
    public Long userId() {
        return userId;
    }

    /** Whether it is a machine token. */
    public boolean isMachines() {
        return userId == null;
    }

    public TokenScope scope() {
        return scope;
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Null before the first use; accurate to about a minute. */
    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    /** Null if it does not expire. */
    public Instant expiresAt() {
        return expiresAt;
    }

    boolean holdsAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }

    void used(Instant at) {
        if (lastUsedAt == null || lastUsedAt.isBefore(at)) lastUsedAt = at;
    }

    /** The change to append to the log of changes when it ends. */
    Change.SessionsEnded ended() {
        return Change.SessionsEnded.one(isMachines() ? Caller.OPERATOR.id() : userId, session());
    }

    /** The session name of this token in {@link Change.SessionsEnded}. */
    String session() {
        return sessionOf(id);
    }

    static String sessionOf(long tokenId) {
        return SESSION + tokenId;
    }

    /** The id of the token that a session is named after; empty for other sessions. */
    static Optional<Long> idOf(String session) {
        return session.startsWith(SESSION)
                ? Optional.of(Long.valueOf(session.substring(SESSION.length())))
                : Optional.empty();
    }
}
