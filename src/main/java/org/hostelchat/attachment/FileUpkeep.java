package org.hostelchat.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hostelchat.storage.Transactions;

/**
 * Removes what is not needed from the disk: files whose post was deleted or whose owner was erased, within seconds;
 * uploads that were not finished or posted within a day; files of closed rooms, within the hour; and remains of a crash. Bytes that another file shares stay.
 * Works in portions, to keep transactions short; the rest is done by the next call.
 *
 * <p>Each method is to be called by one thread.
 */
@ApplicationScoped
public class FileUpkeep {

    /** An upload that is in no post is removed after this time. */
    static final Duration LOOSE = Duration.ofDays(1);

    /** Bytes are stored under their hash before the row that refers to them is committed; after this time it has been. */
    private static final Duration COMMITTED_BY = Duration.ofHours(1);

    private static final int PORTION = 100;

    private final Transactions transactions;
    private final BlobStore blobs;

    @Inject
    public FileUpkeep(Transactions transactions, BlobStore blobs) {
        this.transactions = transactions;
        this.blobs = blobs;
    }

    /** For the CDI proxy. */
    protected FileUpkeep() {
        this(null, null);
    }

    /** Removes deleted files; to be called every few seconds. */
    public void removeTaken() {
        while (transactions.read(em -> !removed(em, 1).isEmpty())) {
            var done = transactions.write(em -> {
                FilesLock.take(em);
                var files = removed(em, PORTION);
                files.forEach(em::remove);
                em.flush();
                removeUnneeded(em, hashes(files));
                return files;
            });
            done.forEach(file -> blobs.discard(file.id()));
        }
    }

    private static List<StoredFile> removed(EntityManager em, int most) {
        return em.createQuery(
                        "select f from StoredFile f where f.state = :removed order by f.createdAt", StoredFile.class)
                .setParameter("removed", FileState.REMOVED)
                .setMaxResults(most)
                .getResultList();
    }

    private static Set<String> hashes(List<StoredFile> files) {
        return files.stream()
                .flatMap(file ->
                        Stream.of(file.hash() == null ? "" : file.hash(), file.preview() == null ? "" : file.preview()))
                .filter(hash -> !hash.isEmpty())
                .collect(Collectors.toSet());
    }

    /** With the lock held, so that nobody stores the same bytes meanwhile. */
    private void removeUnneeded(EntityManager em, Set<String> hashes) {
        if (hashes.isEmpty()) return;
        var needed =
                new HashSet<>(em.createQuery("select f.hash from StoredFile f where f.hash in :hashes", String.class)
                        .setParameter("hashes", hashes)
                        .getResultList());
        needed.addAll(em.createQuery("select f.preview from StoredFile f where f.preview in :hashes", String.class)
                .setParameter("hashes", hashes)
                .getResultList());
        hashes.stream().filter(hash -> !needed.contains(hash)).forEach(blobs::remove);
    }

    /** Removes uploads that were not posted; to be called every hour. */
    public void takeLoose(Instant now) {
        transactions.write(em -> {
            FilesLock.take(em);
            return em.createNativeQuery("update files set state = 'REMOVED', owner_id = null, name = ''"
                            + " where state in ('UPLOADING', 'READY') and created_at < ?1")
                    .setParameter(1, now.minus(LOOSE).toEpochMilli())
                    .executeUpdate();
        });
        blobs.discardUntouched(now.minus(LOOSE));
    }

    /** Removes the files of rooms that were closed, which nobody can read any more; to be called every hour. */
    public void takeOfClosedRooms() {
        transactions.write(em -> {
            FilesLock.take(em);
            return PostedFiles.removeOfClosedRooms(em);
        });
    }

    /**
     * Removes bytes to which no row refers. Lists everything on the disk, so to be called once after a start and every
     * day.
     */
    public void removeStray(Instant now) {
        var portion = new ArrayList<String>();
        blobs.eachHash(now.minus(COMMITTED_BY), hash -> {
            portion.add(hash);
            if (portion.size() == PORTION) removeStray(portion);
        });
        if (!portion.isEmpty()) removeStray(portion);
    }

    private void removeStray(List<String> portion) {
        var hashes = Set.copyOf(portion);
        portion.clear();
        transactions.write(em -> {
            FilesLock.take(em);
            removeUnneeded(em, hashes);
            return null;
        });
    }
}
