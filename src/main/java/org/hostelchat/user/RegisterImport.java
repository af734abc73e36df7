package org.hostelchat.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A file with residents that was stored in the register, and whose slips with initial passwords may be taken once. A file
 * that was only looked at has a row too, so that its id is never used again, but nothing of its content.
 */
@Entity
@Table(name = "register_imports")
public class RegisterImport {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "applied_at")
    private Instant appliedAt;

    @Column(name = "taken_at")
    private Instant takenAt;

    /** How many get an initial password. */
    private int total;

    protected RegisterImport() {}

    RegisterImport(Instant now) {
        this.createdAt = now;
    }

    long id() {
        return id;
    }

    boolean isApplied() {
        return appliedAt != null;
    }

    boolean isTaken() {
        return takenAt != null;
    }

    int total() {
        return total;
    }

    void applied(int newPeople, Instant now) {
        total = newPeople;
        appliedAt = now;
    }

    void taken(Instant now) {
        takenAt = now;
    }
}
