package org.hostelchat.transfer;

import jakarta.persistence.EntityManager;
import org.hostelchat.transfer.archive.ExportManifest;

/** Derives what exports of earlier versions do not contain. */
final class OlderExports {

    /** As the migration does that made the table: client ids of what was moved in are UUIDs of version 8. */
    private static final String MOVED_SPANS =
            "insert into moved_spans (first_id, last_id, first_at, last_at) select s.first_id, s.last_id, min(m.at), max(m.at)"
                    + " from (select min(id) as first_id, max(id) as last_id from messages where substr(client_id, 15, 1) = '8') s"
                    + " join messages m on m.id >= s.first_id and m.id <= s.last_id group by s.first_id, s.last_id";

    private OlderExports() {}

    /** To be called within the import's transaction, when all tables are stored. */
    static void complete(EntityManager em, ExportManifest manifest) {
        if (manifest.tables().stream().noneMatch(table -> table.name().equals("moved_spans"))) {
            em.createNativeQuery(MOVED_SPANS).executeUpdate();
        }
    }
}
