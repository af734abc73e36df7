package org.hostelchat.room;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** The primary key of data about one person in one room. */
@Embeddable
public class PersonInRoom implements Serializable {

    private static final long serialVersionUID = 1;

    @Column(name = "user_id")
    private long userId;

    @Column(name = "room_id")
    private long roomId;

    protected PersonInRoom() {}

    PersonInRoom(long userId, long roomId) {
        this.userId = userId;
        this.roomId = roomId;
    }

    long userId() {
        return userId;
    }

    long roomId() {
        return roomId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonInRoom that && that.userId == userId && that.roomId == roomId;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(userId * 31 + roomId);
    }
}
