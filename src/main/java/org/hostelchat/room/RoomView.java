package org.hostelchat.room;

import java.time.Instant;
import java.util.List;

/**
 * A room as one person sees it.
 *
 * @param name as shown to this person: a direct room has the names of the others in it
 * @param last number of the room's latest event
 * @param read number up to which this person has read, 0 for nothing
 * @param unread how many posts by others there are after {@code read}
 * @param mentions how many of those mention this person, or everybody
 * @param topic null for none
 * @param people who is in a direct room, by id; empty for other kinds
 * @param first the first number that this person may read
 * @param saidAt of a direct room, when something was last posted there, or it was made; null for the other kinds
 * @param slow seconds that have to lie between two posts of one person, 0 for none
 * @param retention for how many days posts are kept; null for ever
 */
public record RoomView(
        long id,
        String name,
        RoomKind kind,
        long last,
        long read,
        long unread,
        long mentions,
        Involvement involvement,
        Posting posting,
        String topic,
        List<RoomPerson> people,
        long first,
        Instant saidAt,
        int slow,
        Integer retention) {

    /** A room that is ordered by something else than its last post. */
    public RoomView(
            long id,
            String name,
            RoomKind kind,
            long last,
            long read,
            long unread,
            long mentions,
            Involvement involvement,
            Posting posting,
            String topic,
            List<RoomPerson> people,
            long first) {
        this(id, name, kind, last, read, unread, mentions, involvement, posting, topic, people, first, null, 0, null);
    }

    /** A room that holds everybody, as somebody sees it who has just come: nothing in it is unread. */
    public static RoomView ofEverybody(Room room) {
        return new RoomView(
                room.id(),
                room.name(),
                room.kind(),
                room.last(),
                room.last(),
                0,
                0,
                Involvement.ALL,
                room.posting(),
                room.topic(),
                List.of(),
                1,
                null,
                room.slow(),
                room.retention());
    }

    /** A group for an official who has changed it and is not a member: holds the changed values only. */
    static RoomView unseen(long id, RoomChange said) {
        return new RoomView(
                id,
                said.name() == null ? "" : said.name(),
                RoomKind.GROUP,
                0,
                0,
                0,
                0,
                Involvement.ALL,
                said.posting() == null ? Posting.ALL : said.posting(),
                said.topic(),
                List.of(),
                1,
                null,
                said.slow() == null ? 0 : said.slow(),
                said.retention());
    }
}
