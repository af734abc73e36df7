package org.hostelchat.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.hostelchat.backup.DatabaseSnapshot;
import org.hostelchat.platform.settings.HostelSettings;
import org.hostelchat.search.SearchIndex;
import org.hostelchat.transfer.TransferDatabase;

/** The differences between the supported databases. Selected by the configured URL. */
sealed interface DatabaseDialect permits SqliteDialect, PostgresDialect {

    /**
     * The dialect that this process is configured for.
     *
     * @throws org.hostelchat.launch.CannotStart if a setting is invalid
     */
    static DatabaseDialect current() {
        // Called first: an exception within a class's static initialisation would be wrapped and not recognised as
        // CannotStart.
        HostelSettings.current();
        return Current.DIALECT;
    }

    /** Holds the dialect, created lazily and only once. */
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
     * A new connection with the settings that durability requires.
     *
     * @param timeoutSeconds how long logging in over the network may take
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
     * Checks the properties of the database that our guarantees depend on, before it is modified.
     *
     * @throws org.hostelchat.launch.CannotStart if it could lose acknowledged data, is newer than this program, or
     * cannot be reached
     */
    void check();

    /** The folder with its migrations, below {@code META-INF/db}. */
    String migrations();

    /** Sets EclipseLink's SQL dialect, because {@code persistence.xml} can name only one. */
    void adapt(DatabaseLogin login);

    /** Whether the database has a single write lock, so that writers should be serialised. */
    boolean hasOneWriter();

    /** As {@link org.hostelchat.storage.Transactions#keepingRows}. */
    String keepingRows();

    /** The full-text index that this database offers. */
    SearchIndex searchIndex();

    /** Copies this database for backups. */
    DatabaseSnapshot snapshot();

    /** What exports and imports of the whole hostel do differently. */
    TransferDatabase transfer();
}
