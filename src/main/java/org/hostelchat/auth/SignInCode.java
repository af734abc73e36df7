package org.hostelchat.auth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A code that signs a person in once. Only its digest is stored; everybody has at most one. */
@Entity
@Table(name = "sign_in_codes")
class SignInCode {

    @Id
    @Column(name = "user_id")
    private long userId;

    @Column(name = "code_hash")
    private String codeHash;

    @Column(name = "maker_id")
    private Long makerId;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected SignInCode() {}

    /** @param makerId null for the operator */
    SignInCode(long userId, String codeHash, Long makerId, Instant expiresAt) {
        this.userId = userId;
        this.codeHash = codeHash;
        this.makerId = makerId;
        this.expiresAt = expiresAt;
    }

    long userId() {
        return userId;
    }
}
