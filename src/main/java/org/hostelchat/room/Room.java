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
import java.util.Set;
import org.hostelchat.text.TextKey;

/** A room in which people talk; holds the last number of its gapless sequence of events. */
@Entity
@Table(name = "rooms")
public class Room {

    /** The id of the common room. */
    public static final long COMMON = 1;

    /** The common room's initial name: while it has this name, pages show it in the reader's language. */
    public static final String COMMON_NAME = "Common room";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Enumerated(EnumType.STRING)
    private RoomKind kind;

    private String name;

    @Column(name = "last_seq")
    private long last;

    private long posts;

    private String topic;

    @Enumerated(EnumType.STRING)
    private Posting posting = Posting.ALL;

    @Column(name = "slow_seconds")
    private int slow;

    private Integer retention;

    @Column(name = "maker_id")
    private Long makerId;

    @Column(name = "whole_past")
    private boolean wholePast;

    /** The ids of a direct room's people, by which the room is found; null for other kinds. */
    @Column(name = "people_key")
    private String peopleKey;

    /** The text in which lists of rooms search: its name and topic, folded; null for direct rooms and groups. */
    @Column(name = "search_key")
    private String searchKey;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    protected Room() {}

    Room(RoomKind kind, String name, Instant createdAt) {
        this.kind = kind;
        this.name = name;
        this.createdAt = createdAt;
        updateSearchKey();
    }

    Room(RoomDraft draft, Long makerId, Instant createdAt) {
        this(draft.kind(), draft.name(), createdAt);
        this.topic = draft.topic();
        this.posting = draft.posting();
        this.wholePast = draft.wholePast();
        this.makerId = makerId;
        updateSearchKey();
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

    /** The number of the latest event, 0 if there is none. */
    public long last() {
        return last;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /**
     * Allocates the next number. Only within a transaction that has locked this room ({@link RoomLock}), so that
     * numbers have no gaps and the order of commits is that of the numbers.
     */
    public long allocate() {
        return ++last;
    }

    /** As {@link #allocate}, for a post, which is also counted. */
    public long allocatePost() {
        posts++;
        return allocate();
    }

    /** How many posts there were in this room, deleted ones included. */
    public long posts() {
        return posts;
    }

    /** Whether this person created the room; always false if nobody did, or the account is erased. */
    public boolean isMadeBy(long userId) {
        return makerId != null && makerId == userId;
    }

    /** The two of a conversation of two; empty for every other room. */
    Set<Long> pair() {
        if (peopleKey == null) return Set.of();
        var people = peopleKey.split("-", -1);
        return people.length == 2 ? Set.of(Long.valueOf(people[0]), Long.valueOf(people[1])) : Set.of();
    }

    public String topic() {
        return topic;
    }

    public Posting posting() {
        return posting;
    }

    /** How many seconds must lie between two posts of one person who is neither an official nor the maker; 0 for no limit. */
    public int slow() {
        return slow;
    }

    /** For how many days posts are kept; null for ever. */
    public Integer retention() {
        return retention;
    }

    /** The first number that somebody who joins now may read. */
    long firstForNewcomer() {
        return kind == RoomKind.GROUP && !wholePast ? last + 1 : 1;
    }

    public void rename(String newName) {
        this.name = newName;
        updateSearchKey();
    }

    void change(RoomChange change) {
        if (change.name() != null) name = change.name();
        if (change.changesTopic()) topic = change.topic();
        if (change.posting() != null) posting = change.posting();
        if (change.slow() != null) slow = change.slow();
        if (change.changesRetention()) retention = change.retention();
        updateSearchKey();
    }

    private void updateSearchKey() {
        if (!kind.isPrivate()) searchKey = TextKey.searching(topic == null ? name : name + "\n" + topic);
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Opens the discussion of a notice that was not shown until now, or changes whom it is for. */
    void openFor(RoomKind kindOfNotice) {
        kind = kindOfNotice;
        closedAt = null;
    }

    void close(Instant at) {
        if (closedAt == null) closedAt = at;
    }
}
