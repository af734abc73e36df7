package org.hostelchat.platform;

import org.eclipse.persistence.platform.database.PostgreSQLPlatform;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.hostelchat.launch.CannotStart;
import org.hostelchat.launch.StartupFailure;

/** Lets the configured URL decide which SQL EclipseLink speaks; persistence.xml can name only one. */
public class DatabaseChoice implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        try {
            var settings = HostelSettings.current();
            // Of all that needs settings and database this runs first: before Startup, and before a connection is
            // pooled.
            StartCheck.of(settings);
            if (!settings.onSqlite()) speakPostgresql(session.getLogin());
        } catch (CannotStart e) {
            StartupFailure.end(e);
        }
    }

    /**
     * Customizers run last: the platform that persistence.xml names has been told by then how ids are made and that writes go
     * in batches, and only {@code usePlatform} hands that on to its successor.
     */
    static void speakPostgresql(DatabaseLogin login) {
        login.usePlatform(new PostgreSQLPlatform());
        // A database that is gone would be asked three times more, five seconds apart, while the reader waits. The pool
        // sorts out connections that have died, and the reader can ask again.
        login.setQueryRetryAttemptCount(0);
    }
}
