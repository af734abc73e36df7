package org.hostelchat.platform.db;

import org.hostelchat.launch.CannotStart;
import org.hostelchat.launch.FolderLock;
import org.hostelchat.platform.settings.HostelSettings;

/**
 * What has to be right before anything is done: the settings, a data folder for this server alone, and a database that keeps
 * what it is given.
 */
public final class StartCheck {

    private static FolderLock lock;

    private StartCheck() {}

    /** @throws CannotStart if it is not, before anything of the database is touched */
    static synchronized void of(HostelSettings settings) {
        if (lock == null) lock = FolderLock.take(settings.data().path());
        DatabaseDialect.current().check();
    }

    /** Gives the data folder free, when the application has ended. */
    public static synchronized void release() {
        if (lock != null) lock.close();
        lock = null;
    }
}
