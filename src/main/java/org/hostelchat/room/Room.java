package org.hostelchat.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A place where people talk; owns the last number of its one dense sequence of events. */
@Entity
@Table(name = "rooms")
public class Room {

    /** The number of the common room. */
    public static final long COMMON = 1;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Enumerated(EnumType.STRING)
    private RoomKind kind;

    private String name;

    @Column(name = "last_seq")
    private long last;

    private long posts;

    @Column(name = "maker_id")
    private Long makerId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    protected Room() {}

    Room(RoomKind kind, String name, Instant createdAt) {
        this.kind = kind;
        this.name = name;
        this.createdAt = createdAt;
    }

    public long id() {
        return id;
    }

    public RoomKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    /** The number of the latest event, 0 in a room in which nothing has happened yet. */
    public long last() {
        return last;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /**
     * Hands out the next number. Only within a transaction that has locked this room ({@link RoomLock}), so that numbers are
     * dense and commit order is sequence order.
     */
    public long allocate() {
        return ++last;
    }

    /** As {@link #allocate}, for a post, which is counted besides. */
    public long allocatePost() {
        posts++;
        return allocate();
    }

    /** How many posts there were in this room, those included that were taken back since. */
    public long posts() {
        return posts;
    }

    /** Whether this person made it; false for all if nobody did, or whoever did is not here any more. */
    boolean isMadeBy(long userId) {
        return makerId != null && makerId == userId;
    }

    public void rename(String newName) {
        this.name = newName;
    }

    void close(Instant at) {
        if (closedAt == null) closedAt = at;
    }
}
