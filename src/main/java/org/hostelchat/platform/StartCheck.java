package org.hostelchat.platform;

import jakarta.servlet.ServletContext;
import org.hostelchat.launch.CannotStart;
import org.hostelchat.launch.FolderLock;

/**
 * What has to be right before anything is done: the settings, a data folder for this server alone, and a database that keeps
 * what it is given.
 */
final class StartCheck {

    private static FolderLock lock;

    private StartCheck() {}

    /** @throws CannotStart if it is not, before anything of the database is touched */
    static synchronized void of(HostelSettings settings) {
        if (lock == null) lock = FolderLock.take(settings.data().path());
        Migrations.refuseNewer(settings);
        if (settings.onSqlite()) SqliteCheck.of(settings.databaseUrl());
        else PostgresCheck.of(new HostelDataSource());
    }

    /** Gives the data folder free, when the application has ended. */
    static synchronized void release() {
        if (lock != null) lock.close();
        lock = null;
    }

    /**
     * Pages, cookies and the command line know one place only.
     *
     * @throws CannotStart if the application was deployed elsewhere than at the root of its server
     */
    static void requireRoot(ServletContext application) {
        var path = application.getContextPath();
        if (path.isEmpty()) return;
        throw new CannotStart("The hostel was deployed at " + path
                + " and works only at /, the root of its server: start it with --contextroot /");
    }
}
