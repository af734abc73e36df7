package org.hostelchat.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import org.hostelchat.language.Phrase;
import org.hostelchat.principal.Caller;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.Transactions;

/**
 * How much may be kept: of a person, of all together, and on the disk, of which a part is left for the database. What all together have is counted
 * once a minute, so the limit is not exact. Thread-safe.
 */
@ApplicationScoped
public class Quota {

    private static final long MEGABYTE = 1024 * 1024;

    /** A full disk would stop the talk as well. */
    private static final long LEFT_FREE = 256 * MEGABYTE;

    /** Each preview counts as one of the largest: how large it is, only the disk knows. */
    private static final String BYTES =
            "coalesce(sum(size + case when preview is null then 0 else " + Uploads.LARGEST_PREVIEW + " end), 0)";

    /** The most files of a person that are in no post yet. */
    static final int MOST_LOOSE = 100;

    private static final Duration COUNTED_EVERY = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final BlobStore blobs;
    private final FileSettings settings;
    private long total;
    private long countedAt;
    private boolean counted;

    @Inject
    public Quota(Transactions transactions, BlobStore blobs, FileSettings settings) {
        this.transactions = transactions;
        this.blobs = blobs;
        this.settings = settings;
    }

    /** For the container's proxy. */
    protected Quota() {
        this(null, null, null);
    }

    /**
     * Refuses what is too large by itself, or for the disk.
     *
     * @throws Refusal.TooLarge if no file may be so large
     * @throws Refusal.NoSpace if it does not fit any more
     */
    void check(long size) {
        if (size > settings.largest()) {
            throw new Refusal.TooLarge(
                    "too-large", Phrase.of("attachment.too-large", "most", settings.largest() / MEGABYTE));
        }
        checkDisk(size);
        if (total() + size > settings.total()) throw diskFull();
    }

    /**
     * Refuses what is about to be written, if less than is kept free would be left.
     *
     * @throws Refusal.NoSpace if it does not fit any more
     */
    void checkDisk(long length) {
        if (blobs.space() - length < LEFT_FREE) throw diskFull();
    }

    private static Refusal diskFull() {
        return new Refusal.NoSpace("no-room-left", Phrase.of("attachment.disk-full"));
    }

    /**
     * Refuses what is too much for one person; with {@link FilesLock} taken.
     *
     * @throws Refusal.NoSpace if the person has too much already
     */
    void check(EntityManager em, Caller owner, long size) {
        var row = (Object[]) em.createNativeQuery(
                        "select " + BYTES + ","
                                + " coalesce(sum(case when state = 'POSTED' then 0 else 1 end), 0) from files where owner_id = ?1")
                .setParameter(1, owner.id())
                .getSingleResult();
        if (Columns.number(row[0]) + size > settings.perPerson()) {
            throw new Refusal.NoSpace(
                    "no-room-left", Phrase.of("attachment.person-full", "most", settings.perPerson() / MEGABYTE));
        }
        if (Columns.number(row[1]) >= MOST_LOOSE) {
            throw new Refusal.NoSpace("no-room-left", Phrase.of("attachment.too-many-loose", "most", MOST_LOOSE));
        }
    }

    /** Counts one that has begun. */
    synchronized void begun(long size) {
        total += size;
    }

    /** Bytes of all files and previews. */
    public synchronized long total() {
        if (!counted || System.nanoTime() - countedAt > COUNTED_EVERY.toNanos()) {
            total = transactions.read(em -> Columns.number(
                    em.createNativeQuery("select " + BYTES + " from files").getSingleResult()));
            countedAt = System.nanoTime();
            counted = true;
        }
        return total;
    }
}
