package org.hostelchat.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hostelchat.room.Audience;

/**
 * An official's announcement. It is on the board from its time, if it has one, until it is withdrawn or its last day, if it has one, is over; its
 * discussion is open until it is withdrawn.
 */
@Entity
@Table(name = "notices")
public class Notice {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "room_id")
    private long roomId;

    @Embedded
    private NoticeContent content;

    private Instant at;

    /** Null for the operator, and once the author's account is erased. */
    @Column(name = "author_id")
    private Long authorId;

    @Column(name = "edited_at")
    private Instant editedAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    private long version = 1;

    @Column(name = "asked_version")
    private long askedVersion = 1;

    private boolean everybody = true;

    /** Whether it is on the board and its room is open. Set once, by {@link #show}. */
    private boolean shown;

    @Column(name = "reminded_at")
    private Instant remindedAt;

    private long place;

    protected Notice() {}

    Notice(NoticeDraft draft, Long authorId, long roomId, Instant at) {
        this.roomId = roomId;
        this.authorId = authorId;
        this.at = at;
        write(draft);
    }

    /** @param newPlace above all others */
    void moveTo(long newPlace) {
        place = newPlace;
    }

    /** @param newPlace above all others */
    void show(long newPlace, Instant now) {
        shown = true;
        moveTo(newPlace);
        at = now;
    }

    void remind(Instant now) {
        remindedAt = now;
    }

    /** @param askAgain whether earlier acknowledgements do not count any more */
    void edit(NoticeDraft draft, boolean askAgain, Instant now) {
        write(draft);
        // Nobody has seen the earlier version of what is not shown yet.
        if (shown) editedAt = now;
        version++;
        if (askAgain) askedVersion = version;
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
    }

    private void write(NoticeDraft draft) {
        content = new NoticeContent(draft);
        everybody = draft.options().audience() == null;
    }

    /** @param audience that of its room; null for everybody */
    NoticeDraft draft(Audience audience) {
        return content.draft(audience);
    }

    /** @param audience that of its room; null for everybody */
    NoticeOptions options(Audience audience) {
        return content.options(audience);
    }

    /** Whether it concerns everybody; otherwise the members of its room. */
    boolean concernsEverybody() {
        return everybody;
    }

    /** Whether it is on the board: not before its time. */
    boolean isShown() {
        return shown;
    }

    /** When those who had not acknowledged it were reminded last, or null. */
    Instant remindedAt() {
        return remindedAt;
    }

    /** Its place on the board: higher ones are above. */
    long place() {
        return place;
    }

    public long id() {
        return id;
    }

    /** The room of its discussion. */
    public long roomId() {
        return roomId;
    }

    public String title() {
        return content.title();
    }

    public String text() {
        return content.text();
    }

    /** Whether residents are asked to acknowledge it. */
    public boolean acknowledge() {
        return content.acknowledge();
    }

    /** Its last day on the board, or null if it stays until it is withdrawn. */
    public LocalDate until() {
        return content.until();
    }

    public Instant at() {
        return at;
    }

    public Long authorId() {
        return authorId;
    }

    /** Null if it was never edited. */
    public Instant editedAt() {
        return editedAt;
    }

    /** Counts the edits, beginning with 1 for the original. */
    public long version() {
        return version;
    }

    /** The lowest version whose acknowledgement counts. */
    public long askedVersion() {
        return askedVersion;
    }

    /** Null if it is not withdrawn. */
    public Instant withdrawnAt() {
        return withdrawnAt;
    }
}
