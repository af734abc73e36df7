package org.hostelchat.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/**
 * A file with residents that was stored in the register, and whose slips with initial passwords may be taken once; or people of the register
 * whose passwords were made anew together. A file that was only looked at has a row too.
 */
@Entity
@Table(name = "register_imports")
public class RegisterImport {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Enumerated(EnumType.STRING)
    private ImportLook.Kind kind = ImportLook.Kind.FILE;

    @Column(name = "file_name")
    private String fileName;

    /** Who did it; null for the operator. */
    @Column(name = "by_id")
    private Long byId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "applied_at")
    private Instant appliedAt;

    @Column(name = "given_at")
    private Instant givenAt;

    @Column(name = "taken_at")
    private Instant takenAt;

    /** How many get an initial password. */
    private int total;

    @Column(name = "row_count")
    private int rowCount;

    private int changed;
    private int moved;
    private int unchanged;
    private int missing;
    private int wrong;

    protected RegisterImport() {}

    RegisterImport(ImportLook.Kind kind, String fileName, Long byId, Instant now) {
        this.kind = kind;
        this.fileName = fileName;
        this.byId = byId;
        this.createdAt = now;
    }

    long id() {
        return id;
    }

    Long byId() {
        return byId;
    }

    boolean isApplied() {
        return appliedAt != null;
    }

    boolean isGiven() {
        return givenAt != null;
    }

    boolean isTaken() {
        return takenAt != null;
    }

    int total() {
        return total;
    }

    /** @param seen what was stored */
    void applied(LookedFile seen, Long official, Instant now) {
        var plan = seen.plan();
        rowCount = plan.rows().size();
        moved = plan.count(RollRow.Kind.MOVED);
        changed = plan.count(RollRow.Kind.CHANGED) + moved;
        unchanged = plan.count(RollRow.Kind.UNCHANGED);
        wrong = plan.count(RollRow.Kind.WRONG);
        missing = seen.missing().size();
        byId = official;
        applied(plan.count(RollRow.Kind.ADDED), now);
    }

    /** Of people who came without a file. */
    void appliedWithout(int people, int registered, Instant now) {
        rowCount = people + registered;
        unchanged = registered;
        applied(people, now);
    }

    void applied(int people, Instant now) {
        total = people;
        appliedAt = now;
    }

    void given(Instant now) {
        givenAt = now;
    }

    void taken(Instant now) {
        takenAt = now;
    }

    ImportLook look(String by, ImportLook.Progress progress) {
        return new ImportLook(
                id,
                kind,
                progress.state(),
                progress.slips(),
                null,
                fileName,
                by,
                isApplied() ? appliedAt : createdAt,
                List.of(),
                rowCount,
                kind == ImportLook.Kind.FILE ? total : 0,
                changed,
                moved,
                unchanged,
                missing,
                wrong,
                List.of(),
                List.of(),
                progress.done(),
                total);
    }
}
