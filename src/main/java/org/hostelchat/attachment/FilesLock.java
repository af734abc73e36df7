package org.hostelchat.attachment;

import jakarta.persistence.EntityManager;

/**
 * A lock, for all servers of a database, between storing bytes under a hash and removing bytes that nobody needs any
 * more. Taken before any row of a file, and never while holding a room.
 */
final class FilesLock {

    private FilesLock() {}

    /** Held until the end of the transaction. */
    static void take(EntityManager em) {
        em.createNativeQuery("update files_lock set turns = turns + 1 where id = 1")
                .executeUpdate();
    }
}
