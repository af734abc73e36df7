package org.hostelchat.report;

import java.time.Instant;
import org.hostelchat.room.RoomKind;

/**
 * A message that somebody brought to the office.
 *
 * @param roomName null if the room is private: officials do not learn the names of private groups
 * @param seq the message's number
 * @param author null if the account is gone
 * @param why in the reporter's words
 * @param settledAt when an official settled it; null if it is open
 */
public record Report(
        long id,
        long room,
        RoomKind roomKind,
        String roomName,
        long seq,
        Person reporter,
        Person author,
        String why,
        Instant at,
        Instant settledAt) {

    /** An account, as officials know it. */
    public record Person(long id, String name, String enrolmentNumber) {}

    public boolean isOpen() {
        return settledAt == null;
    }
}
