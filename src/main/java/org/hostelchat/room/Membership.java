package org.hostelchat.room;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
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
    private Id id;

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
        this.id = new Id(userId, room.id());
        this.role = room.isMadeBy(userId) ? Role.MAKER : Role.MEMBER;
        this.involvement = Involvement.ALL;
        this.joinedAt = joinedAt;
        this.first = first;
    }

    long userId() {
        return id.userId;
    }

    long roomId() {
        return id.roomId;
    }

    boolean isMaker() {
        return role == Role.MAKER;
    }

    Involvement involvement() {
        return involvement;
    }

    void want(Involvement other) {
        involvement = other;
    }

    Instant joinedAt() {
        return joinedAt;
    }

    /** The first number of the room that this person may read; 1 for its whole past. */
    long first() {
        return first;
    }

    /** Person and room. */
    @Embeddable
    public static class Id implements Serializable {
        private static final long serialVersionUID = 1;

        @Column(name = "user_id")
        private long userId;

        @Column(name = "room_id")
        private long roomId;

        protected Id() {}

        Id(long userId, long roomId) {
            this.userId = userId;
            this.roomId = roomId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Id that && that.userId == userId && that.roomId == roomId;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(userId * 31 + roomId);
        }
    }
}
