package org.hostelchat.room;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One person in one room. Whoever leaves has none any more, and whoever comes back gets a new one. In a room that holds everybody
 * nobody needs one: there it says only how much somebody wants to hear.
 */
@Entity
@Table(name = "memberships")
public class Membership {

    /** What somebody may do in a room besides reading and posting. */
    enum Role {
        MEMBER,
        /** Made the room: may rename and close it, and remove people. */
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

    /** The first number of the room that this person may read; 1 for its whole past. */
    long first() {
        return first;
    }
}
