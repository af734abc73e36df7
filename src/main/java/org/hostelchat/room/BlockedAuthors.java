package org.hostelchat.room;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.hostelchat.refusal.Refusal;

/**
 * Which of some authors are blocked by the other one of which conversations of two, looked up at once within the transaction that stores
 * what they write. By one query, and by none if there is no such room among these.
 */
public final class BlockedAuthors {

    /** Who has blocked whom. */
    private record Block(long userId, long blockedId) {}

    private final Set<Block> blocks = new HashSet<>();

    private BlockedAuthors() {}

    /** @param rooms null stands for one that is not there */
    public static BlockedAuthors among(EntityManager em, Collection<Room> rooms, Set<Long> authors) {
        var found = new BlockedAuthors();
        var readers = new HashSet<Long>();
        rooms.stream().filter(Objects::nonNull).forEach(room -> readers.addAll(room.pair()));
        if (readers.isEmpty() || authors.isEmpty()) return found;
        var query = em.createNativeQuery("select user_id, blocked_id from blocks where blocked_id in (" + marks(authors)
                + ") and user_id in (" + marks(readers) + ")");
        var next = 1;
        for (var id : authors) query.setParameter(next++, id);
        for (var id : readers) query.setParameter(next++, id);
        for (var row : query.getResultList()) {
            var columns = (Object[]) row;
            found.blocks.add(new Block(((Number) columns[0]).longValue(), ((Number) columns[1]).longValue()));
        }
        return found;
    }

    private static String marks(Set<Long> ids) {
        return String.join(", ", Collections.nCopies(ids.size(), "?"));
    }

    /** @throws Refusal.NotAllowed if the other one does not want to be written to by this author */
    public void refuse(long author, Room room) {
        for (long other : room.pair()) {
            if (other != author && blocks.contains(new Block(other, author))) throw Blocks.takesNone();
        }
    }
}
