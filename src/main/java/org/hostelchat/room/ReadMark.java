package org.hostelchat.room;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * The stored number up to which one person has read one room. Without a row they have read nothing. Written by {@link
 * ReadMarks}.
 */
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
