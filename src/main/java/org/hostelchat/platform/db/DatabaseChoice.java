package org.hostelchat.platform.db;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.hostelchat.launch.CannotStart;
import org.hostelchat.launch.StartupFailure;
import org.hostelchat.platform.settings.HostelSettings;

/** Selects EclipseLink's SQL dialect by the configured URL, because persistence.xml can name only one. */
public class DatabaseChoice implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        try {
            var settings = HostelSettings.current();
            // Runs before everything else that needs settings or database: before Startup, and before any connection is
            // pooled.
            StartCheck.of(settings);
            DatabaseDialect.current().adapt(session.getLogin());
        } catch (CannotStart e) {
            StartupFailure.end(e);
        }
    }
}
