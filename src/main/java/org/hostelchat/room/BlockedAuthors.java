package org.hostelchat.room;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.ParameterMarks;

/**
 * Which authors are blocked in which conversations of two, for the drafts of one batch, within the transaction that
 * stores them. Uses one query, or none if there is no such room.
 */
public final class BlockedAuthors {

    /** A person who has blocked another. */
    private record Block(long userId, long blockedId) {}

    private final Set<Block> blocks = new HashSet<>();

    private BlockedAuthors() {}

    /** @param rooms null stands for a room that does not exist */
    public static BlockedAuthors among(EntityManager em, Collection<Room> rooms, Set<Long> authors) {
        var found = new BlockedAuthors();
        var readers = new HashSet<Long>();
        rooms.stream().filter(Objects::nonNull).forEach(room -> readers.addAll(room.pair()));
        if (readers.isEmpty() || authors.isEmpty()) return found;
        var query = em.createNativeQuery("select user_id, blocked_id from blocks where blocked_id in ("
                + ParameterMarks.of(authors) + ") and user_id in (" + ParameterMarks.of(readers) + ")");
        var next = 1;
        for (var id : authors) query.setParameter(next++, id);
        for (var id : readers) query.setParameter(next++, id);
        for (var row : query.getResultList()) {
            var columns = (Object[]) row;
            found.blocks.add(new Block(((Number) columns[0]).longValue(), ((Number) columns[1]).longValue()));
        }
        return found;
    }

    /** @throws Refusal.NotAllowed if the other person has blocked this author */
    public void refuse(long author, Room room) {
        for (long other : room.pair()) {
            if (other != author && blocks.contains(new Block(other, author))) throw Blocks.takesNone();
        }
    }
}
