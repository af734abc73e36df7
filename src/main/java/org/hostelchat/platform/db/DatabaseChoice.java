package org.hostelchat.platform.db;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.hostelchat.launch.CannotStart;
import org.hostelchat.launch.StartupFailure;
import org.hostelchat.platform.settings.HostelSettings;

/** Lets the configured URL decide which SQL EclipseLink speaks; persistence.xml can name only one. */
public class DatabaseChoice implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        try {
            var settings = HostelSettings.current();
            // Of all that needs settings and database this runs first: before Startup, and before a connection is
            // pooled.
            StartCheck.of(settings);
            DatabaseDialect.current().adapt(session.getLogin());
        } catch (CannotStart e) {
            StartupFailure.end(e);
        }
    }
}
