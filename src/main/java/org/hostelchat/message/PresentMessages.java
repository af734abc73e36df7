package org.hostelchat.message;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hostelchat.principal.Caller;
import org.hostelchat.room.RoomAccess;
import org.hostelchat.user.User;

/**
 * Some messages of a room with everything that belongs to them, as one reader sees them. Read by at most three
 * statements.
 *
 * @param items ascending
 * @param asOf the last number of the room that is already in the items' reactions and pins
 * @param pins how many messages of the room are pinned, as far as the reader may read
 */
record PresentMessages(List<HistoryItem> items, long asOf, long pins) {

    static PresentMessages read(EntityManager em, Caller reader, RoomAccess.Reach reach, List<Long> numbers) {
        if (numbers.isEmpty())
            return new PresentMessages(List.of(), reach.room().last(), 0);
        var room = reach.room().id();
        var marks = MarksOfMessages.read(em, reader.id(), reach, numbers);
        // After the marks: a reaction to what is taken back meanwhile is then on a tombstone, which shows none.
        var events = events(em, room, numbers);
        var quotes = quotes(em, reach, events);
        var items = events.stream().map(event -> item(event, quotes, marks)).toList();
        return new PresentMessages(items, marks.asOf(), marks.pins());
    }

    private static HistoryItem item(RoomEvent event, Map<Long, Quote> quotes, MarksOfMessages marks) {
        if (!(event instanceof RoomEvent.Posted post)) return new HistoryItem(event, null, List.of(), false);
        return new HistoryItem(
                post,
                quotes.get(post.references().replyTo()),
                marks.reactions().getOrDefault(post.seq(), List.of()),
                marks.pinned().contains(post.seq()));
    }

    private static Map<Long, Quote> quotes(EntityManager em, RoomAccess.Reach reach, List<RoomEvent> events) {
        var quotes = new HashMap<Long, Quote>();
        for (var event : events) {
            var answered =
                    event instanceof RoomEvent.Posted post ? post.references().replyTo() : null;
            if (answered != null) quotes.put(answered, Quote.gone(answered));
        }
        // The author of a reply may be allowed to read more of the room than its reader.
        var readable =
                quotes.keySet().stream().filter(seq -> seq >= reach.first()).toList();
        if (readable.isEmpty()) return quotes;
        for (var event : events(em, reach.room().id(), readable)) {
            if (event instanceof RoomEvent.Posted post) quotes.put(post.seq(), Quote.of(post));
        }
        return quotes;
    }

    private static List<RoomEvent> events(EntityManager em, long room, List<Long> numbers) {
        return em.createQuery(
                        "select m, u from Message m left join User u on u.id = m.authorId"
                                + " where m.position.room = :room and m.position.seq in :numbers order by m.position.seq",
                        Object[].class)
                .setParameter("room", room)
                .setParameter("numbers", numbers)
                .getResultStream()
                .map(row -> MessageLog.event((Message) row[0], (User) row[1]))
                .toList();
    }
}
