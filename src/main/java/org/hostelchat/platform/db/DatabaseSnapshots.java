package org.hostelchat.platform.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.hostelchat.backup.DatabaseSnapshot;
import org.hostelchat.transfer.TransferDatabase;

/** Produces the copiers of the database that this server runs on. */
@ApplicationScoped
class DatabaseSnapshots {

    @Produces
    DatabaseSnapshot snapshot() {
        return DatabaseDialect.current().snapshot();
    }

    @Produces
    TransferDatabase transfer() {
        return DatabaseDialect.current().transfer();
    }
}
