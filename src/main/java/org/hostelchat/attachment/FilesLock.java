package org.hostelchat.attachment;

import jakarta.persistence.EntityManager;

/**
 * Keeps apart, for all servers of a database, those who put bytes under a hash and those who find out that nobody needs them any more. Taken before
 * any row of a file, and by nobody who holds a room.
 */
final class FilesLock {

    private FilesLock() {}

    /** Until the end of the transaction. */
    static void take(EntityManager em) {
        em.createNativeQuery("update files_lock set turns = turns + 1 where id = 1")
                .executeUpdate();
    }
}
