package org.hostelchat.attachment;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * The files that the posts of one batch carry, within the transaction that stores them. Where a batch carries none, nothing is asked of the
 * database. For one thread.
 */
public final class PostedFiles {

    private static final String GONE =
            "update files set state = 'REMOVED', owner_id = null, name = '', room_id = null, seq = null where ";

    private final Map<Long, StoredFile> files = new HashMap<>();

    private PostedFiles() {}

    /** Looks up files by two statements, and holds them until the transaction ends. */
    public static PostedFiles lookUp(EntityManager em, Collection<Long> ids) {
        var found = new PostedFiles();
        if (ids.isEmpty()) return found;
        var numbers = ids.stream().distinct().sorted().toList();
        // Changes nothing, and locks the rows on every database.
        em.createNativeQuery("update files set state = state where id in ("
                        + numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")")
                .executeUpdate();
        em.createQuery("select f from StoredFile f where f.id in :ids", StoredFile.class)
                .setParameter("ids", numbers)
                .getResultList()
                .forEach(file -> found.files.put(file.id(), file));
        return found;
    }

    /**
     * The files of a post, in its order.
     *
     * @throws Refusal.Unacceptable unless all of them are the owner's, complete, and in no post yet
     */
    public List<AttachedFile> of(long owner, List<Long> ids) {
        return ids.stream().map(id -> mine(owner, id).attached()).toList();
    }

    private StoredFile mine(long owner, long id) {
        var file = files.get(id);
        if (file != null && file.isOf(owner)) {
            if (file.state() == FileState.READY) return file;
            if (file.state() == FileState.POSTED) {
                throw new Refusal.Unacceptable("file-used", "files", Phrase.of("attachment.used"));
            }
            if (file.state() == FileState.UPLOADING) {
                throw new Refusal.Unacceptable("file-incomplete", "files", Phrase.of("attachment.incomplete"));
            }
        }
        throw new Refusal.Unacceptable("no-such-file", "files", Phrase.of("attachment.gone"));
    }

    /** Ties files, which {@link #of} has given, to the number of their post. */
    public void post(List<AttachedFile> attached, long room, long seq) {
        for (var file : attached) files.get(file.id()).post(room, seq);
    }

    /** Takes the files of a post away. */
    public static void removeOf(EntityManager em, long room, long seq) {
        em.createNativeQuery(GONE + "room_id = ?1 and seq = ?2")
                .setParameter(1, room)
                .setParameter(2, seq)
                .executeUpdate();
    }

    /** Takes the files of several posts of a room away. */
    public static void removeOf(EntityManager em, long room, Collection<Long> seqs) {
        em.createNativeQuery(GONE + "room_id = ?1 and seq in ("
                        + seqs.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")")
                .setParameter(1, room)
                .executeUpdate();
    }

    /** Takes the files of all posts of closed rooms away. */
    static int removeOfClosedRooms(EntityManager em) {
        return em.createNativeQuery(
                        GONE + "state = 'POSTED' and room_id in (select id from rooms where closed_at is not null)")
                .executeUpdate();
    }

    /** Takes all files of a person away, posted or not. */
    public static void removeAllOf(EntityManager em, long person) {
        em.createNativeQuery(GONE + "owner_id = ?1").setParameter(1, person).executeUpdate();
    }
}
