package org.hostelchat.platform.db;

import org.hostelchat.launch.CannotStart;
import org.hostelchat.launch.FolderLock;
import org.hostelchat.platform.settings.HostelSettings;

/** The checks before anything is changed: settings, exclusive use of the data folder, and a durable database. */
public final class StartCheck {

    private static FolderLock lock;

    private StartCheck() {}

    /** @throws CannotStart if a check fails, before the database is modified */
    static synchronized void of(HostelSettings settings) {
        if (lock == null) lock = FolderLock.take(settings.data().path());
        if (settings.onSqlite()
                && !settings.text(HostelSettings.Key.CLUSTER_MEMBERS).isEmpty())
            throw new CannotStart("--members: several nodes need PostgreSQL, which they share; set hostel.database.url"
                    + " (docs/operations.md, Several nodes).");
        RestoreMarks.refuseUnfinished(settings.data().path());
        DatabaseDialect.current().check();
    }

    /** Releases the data folder when the application has ended. */
    public static synchronized void release() {
        if (lock != null) lock.close();
        lock = null;
    }
}
