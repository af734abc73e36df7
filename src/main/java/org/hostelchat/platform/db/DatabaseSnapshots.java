package org.hostelchat.platform.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.hostelchat.backup.DatabaseSnapshot;

/** Produces the copier of the database that this server runs on. */
@ApplicationScoped
class DatabaseSnapshots {

    @Produces
    DatabaseSnapshot snapshot() {
        return DatabaseDialect.current().snapshot();
    }
}
