package org.hostelchat.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.hostelchat.platform.settings.HostelSettings;
import org.hostelchat.search.SearchIndex;

/** What differs between the databases that the chat can stand on. The configured URL chooses. */
sealed interface DatabaseDialect permits SqliteDialect, PostgresDialect {

    /**
     * The one that this process is configured for.
     *
     * @throws org.hostelchat.launch.CannotStart if a setting is wrong
     */
    static DatabaseDialect current() {
        // First by itself: thrown from within a class's initialization a wrong setting would not be known as one.
        HostelSettings.current();
        return Current.DIALECT;
    }

    /** Made when it is asked for the first time, and not again for every write. */
    final class Current {

        private static final DatabaseDialect DIALECT = of(HostelSettings.current());

        private Current() {}

        private static DatabaseDialect of(HostelSettings settings) {
            return settings.onSqlite()
                    ? new SqliteDialect(settings.databaseUrl(), settings.databaseFile())
                    : new PostgresDialect(
                            settings.databaseUrl(),
                            settings.text(HostelSettings.Key.DATABASE_USER),
                            settings.text(HostelSettings.Key.DATABASE_PASSWORD));
        }
    }

    /**
     * A new connection with the settings that durability rests on.
     *
     * @param timeoutSeconds how long a login over the network may take
     */
    Connection connect(int timeoutSeconds) throws SQLException;

    /**
     * A new connection for the one who migrates: as durable, but without the limits that keep people from waiting, and with what
     * makes an index of millions of rows without taking the memory of all of them.
     *
     * @param timeoutSeconds how long a login over the network may take
     */
    Connection connectForMigrations(int timeoutSeconds) throws SQLException;

    /**
     * Asks the database for what our promises rest on, before anything of it is touched.
     *
     * @throws org.hostelchat.launch.CannotStart if it would lose what was acknowledged, is newer than this program, or can't be reached
     */
    void check();

    /** The folder, below {@code META-INF/db}, that holds its migrations. */
    String migrations();

    /** Has EclipseLink, to which {@code persistence.xml} can name one database only, speak this one's SQL. */
    void adapt(DatabaseLogin login);

    /** Whether the whole database has one lock for writing, for which writers had better take turns. */
    boolean hasOneWriter();

    /** By its own means. */
    SearchIndex searchIndex();
}
