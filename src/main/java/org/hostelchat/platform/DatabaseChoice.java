package org.hostelchat.platform;

import org.eclipse.persistence.platform.database.PostgreSQLPlatform;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** Lets the configured URL decide which SQL EclipseLink speaks; persistence.xml can name only one. */
public class DatabaseChoice implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        try {
            var settings = HostelSettings.current();
            Migrations.refuseNewer(settings);
            if (!settings.onSqlite()) {
                session.getLogin().setDatasourcePlatform(new PostgreSQLPlatform());
            }
        } catch (SettingsException e) {
            // The first of our code that runs: it meets a wrong setting, and the database, before Startup does.
            FalseStart.end(e);
        }
    }
}
