package org.hostelchat.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hostelchat.storage.Columns;
import org.hostelchat.storage.Transactions;

/** Compares what the database says of files with what there is of them: their folder may not be mounted. Thread-safe. */
@ApplicationScoped
public class FilePresence {

    /** So many are looked for, within a second. */
    private static final int MOST = 1_000;

    private static final String NEEDED = "state in ('READY', 'POSTED')";

    private Transactions transactions;
    private BlobStore blobs;

    protected FilePresence() {}

    @Inject
    public FilePresence(Transactions transactions, BlobStore blobs) {
        this.transactions = transactions;
        this.blobs = blobs;
    }

    /**
     * What was found of the newest files.
     *
     * @param missing how many of them are not there
     */
    public record Look(long all, long missing) {

        public boolean isNothingThere() {
            return all > 0 && missing == all;
        }
    }

    /** Looks for the newest files, {@value #MOST} at most. */
    @SuppressWarnings("unchecked")
    public Look look() {
        List<String> hashes = transactions.read(em -> em.createNativeQuery(
                        "select hash from files where " + NEEDED + " and hash is not null order by id desc")
                .setMaxResults(MOST)
                .getResultList());
        var missing = hashes.stream()
                .filter(hash -> !blobs.isThere(hash) && isNeeded(hash))
                .count();
        return new Look(hashes.size(), missing);
    }

    /** Whether a file that is not removed needs what is under this hash, now. */
    public boolean isNeeded(String hash) {
        return transactions.read(em ->
                Columns.number(em.createNativeQuery("select (select count(*) from files where hash = ?1 and " + NEEDED
                                        + ") + (select count(*) from files where preview = ?1 and " + NEEDED + ")")
                                .setParameter(1, hash)
                                .getSingleResult())
                        > 0);
    }
}
