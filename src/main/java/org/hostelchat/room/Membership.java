package org.hostelchat.room;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One person in one room. Deleted when they leave; a person who rejoins gets a new one. Rooms that hold everybody need
 * none: there it only stores the person's preferences.
 */
@Entity
@Table(name = "memberships")
public class Membership {

    /** What a member may do besides reading and posting. */
    enum Role {
        MEMBER,
        /** Created the room: may rename and close it, and remove members. */
        MAKER
    }

    @EmbeddedId
    private PersonInRoom id;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    private Involvement involvement;

    @Column(name = "joined_at")
    private Instant joinedAt;

    @Column(name = "first_seq")
    private long first;

    protected Membership() {}

    /** @param first the first number that this person may read */
    Membership(long userId, Room room, long first, Instant joinedAt) {
        this.id = new PersonInRoom(userId, room.id());
        this.role = room.isMadeBy(userId) ? Role.MAKER : Role.MEMBER;
        this.involvement = Involvement.ALL;
        this.joinedAt = joinedAt;
        this.first = first;
    }

    PersonInRoom id() {
        return id;
    }

    long userId() {
        return id.userId();
    }

    boolean isMaker() {
        return role == Role.MAKER;
    }

    Involvement involvement() {
        return involvement;
    }

    Instant joinedAt() {
        return joinedAt;
    }

    /** The first number of the room that this person may read; 1 for all. */
    long first() {
        return first;
    }
}
