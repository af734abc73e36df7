package org.hostelchat.auth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A sign-in on one device. Its id is the hash of a token that only the device has. */
@Entity
@Table(name = "sessions")
class SignInSession {

    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "user_id")
    private long userId;

    private boolean remembered;
    private String device;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    @Column(name = "authenticated_at")
    private Instant authenticatedAt;

    protected SignInSession() {}

    SignInSession(String tokenHash, long userId, boolean remembered, String device, Instant now) {
        this.tokenHash = tokenHash;
        this.userId = userId;
        this.remembered = remembered;
        this.device = device;
        this.createdAt = now;
        this.lastSeenAt = now;
        this.authenticatedAt = now;
    }

    String id() {
        return tokenHash;
    }

    long userId() {
        return userId;
    }

    Instant lastSeenAt() {
        return lastSeenAt;
    }

    /** When the password was last given in this session. */
    Instant authenticatedAt() {
        return authenticatedAt;
    }

    void used(Instant at) {
        if (lastSeenAt.isBefore(at)) lastSeenAt = at;
    }

    OpenSession seenAt(Instant lastUsed) {
        return new OpenSession(tokenHash, device, createdAt, lastUsed);
    }

    /** When this session ends if it is not used after {@code lastSeen}. */
    Instant endsAt(Instant lastSeen, AuthSettings settings) {
        var idle = remembered ? settings.remembered() : settings.sessionIdle();
        var life = remembered ? settings.remembered() : settings.sessionLife();
        var unused = lastSeen.plus(idle);
        var latest = createdAt.plus(life);
        return unused.isBefore(latest) ? unused : latest;
    }
}
