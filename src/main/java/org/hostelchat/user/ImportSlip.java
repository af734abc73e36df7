package org.hostelchat.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * Somebody who is owed a slip with an initial password. The password itself is only in memory ({@link InitialPasswords}): after a
 * restart another one is made, as long as nobody can have the first. New rows are stored by {@link SlipRepository}.
 */
@Entity
@Table(name = "register_slips")
public class ImportSlip {

    @Id
    @Column(name = "user_id")
    private long userId;

    @Column(name = "import_id")
    private long importId;

    /** Read by queries only. */
    @SuppressWarnings("UnusedVariable")
    private boolean pending = true;

    /** When the present initial password was stored; null before the first. */
    @Column(name = "hashed_at")
    private Instant hashedAt;

    protected ImportSlip() {}

    long userId() {
        return userId;
    }

    long importId() {
        return importId;
    }

    /** Whether the account's password is still the one that this slip stands for, or none yet. */
    boolean isAbout(User user) {
        return user != null
                && user.mustChangePassword()
                && (hashedAt == null ? user.passwordHash().isEmpty() : hashedAt.equals(user.passwordSetAt()));
    }

    void hashed(Instant now) {
        pending = false;
        hashedAt = now;
    }
}
