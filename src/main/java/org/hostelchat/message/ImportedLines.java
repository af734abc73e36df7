package org.hostelchat.message;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hostelchat.room.Room;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.ManyRows;
import org.hostelchat.user.User;

/** Stores messages of another program at the end of a room's log, in their order, each under the next number and with the time that it had there. */
public final class ImportedLines {

    private static final List<String> COLUMNS =
            List.of("room_id", "seq", "kind", "author_id", "at", "client_id", "body", "body_hash", "post", "posts");

    private ImportedLines() {}

    /**
     * Stores those whose client ids are not there yet, in the caller's transaction, which has locked the room. Whoever was erased since has left
     * nothing.
     *
     * @return their events
     */
    static List<RoomEvent> store(EntityManager em, Room room, List<ImportedLine> lines, Instant now) {
        var there = new HashSet<>(present(
                em, lines.stream().map(line -> line.clientId().toString()).toList()));
        var authors = authors(em, lines);
        var rows = new ArrayList<List<Object>>();
        var events = new ArrayList<RoomEvent>();
        var before = room.last();
        for (var line : lines) {
            var author = line.author() == null ? null : authors.get(line.author());
            if (line.author() != null && author == null) continue;
            if (!there.add(line.clientId().toString())) continue;
            var seq = room.allocatePost();
            rows.add(row(line, author, room, seq));
            events.add(event(line, author, room, seq));
        }
        ManyRows.insert(em, "messages", COLUMNS, rows);
        if (!rows.isEmpty()) MovedSpans.note(em, room.id(), before + 1, room.last(), lines, now);
        return events;
    }

    private static List<Object> row(ImportedLine line, User author, Room room, long seq) {
        return Arrays.asList(
                room.id(),
                seq,
                EventKind.POSTED.name(),
                author == null ? null : author.id(),
                line.at().toEpochMilli(),
                line.clientId().toString(),
                line.body(),
                References.NONE.hashWith(line.body().strip()),
                1,
                room.posts());
    }

    private static RoomEvent event(ImportedLine line, User author, Room room, long seq) {
        var by = author == null
                ? RoomEvent.Author.NOBODY
                : new RoomEvent.Author(author.id(), author.name(), author.role());
        return new RoomEvent.Posted(
                room.id(),
                seq,
                by,
                line.at(),
                line.clientId().toString(),
                line.body(),
                null,
                References.NONE,
                List.of());
    }

    /** The number of a room's last message that was moved in; 0 for none. */
    public static long last(EntityManager em, long room) {
        return Columns.number(em.createNativeQuery("select coalesce(max(m.seq), 0) from moved_spans s"
                        + " join messages m on m.id = s.last_id where m.room_id = ?1")
                .setParameter(1, room)
                .getSingleResult());
    }

    /** Which of these client ids are there, whoever the author. */
    public static List<String> present(EntityManager em, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select m.clientId from Message m where m.clientId in :ids", String.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    private static Map<Long, User> authors(EntityManager em, List<ImportedLine> lines) {
        Set<Long> ids = lines.stream()
                .map(ImportedLine::author)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var authors = new HashMap<Long, User>();
        if (ids.isEmpty()) return authors;
        em.createQuery("select u from User u where u.id in :ids", User.class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(user -> authors.put(user.id(), user));
        return authors;
    }
}
