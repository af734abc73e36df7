package org.hostelchat.room;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** How far one person has read in one room, as it is stored. No row: nothing yet. Written by {@link ReadMarks}. */
@Entity
@Table(name = "read_marks")
public class ReadMark {

    @EmbeddedId
    private PersonInRoom id;

    @Column(name = "read_seq")
    private long read;

    protected ReadMark() {}

    long userId() {
        return id.userId();
    }

    public long roomId() {
        return id.roomId();
    }

    public long read() {
        return read;
    }
}
