package org.hostelchat.room;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** How far one person has read in one room, as it is stored. No row: nothing yet. Written by {@link ReadMarks}. */
@Entity
@Table(name = "read_marks")
public class ReadMark {

    @EmbeddedId
    private Id id;

    @Column(name = "read_seq")
    private long read;

    protected ReadMark() {}

    public long roomId() {
        return id.roomId;
    }

    public long read() {
        return read;
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
