package org.hostelchat.platform.db;

import java.nio.file.Files;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.hostelchat.launch.CannotStart;
import org.sqlite.SQLiteDataSource;

/** Brings the database to this program's version, and refuses, untouched, one that a newer program has been at. */
public final class Migrations {

    /** A second apart. */
    private static final int LOCK_TRIES = 600;

    private Migrations() {}

    /**
     * Refuses a SQLite database that a newer program has been at, by a connection that can't write: merely opening it as the
     * house does would change its header already.
     *
     * @throws CannotStart if it is newer, or no database
     */
    static void refuseNewer(SqliteDialect sqlite) {
        if (!Files.exists(sqlite.file())) return;
        var reader = new SQLiteDataSource();
        reader.setUrl(sqlite.url());
        reader.setReadOnly(true);
        try {
            refuseNewer(flyway(reader, sqlite));
        } catch (FlywayException e) {
            throw unusable(e);
        }
    }

    /**
     * Migrates the database of this process, however long that takes; the log says how far it is.
     *
     * @throws CannotStart if the database is newer than the program, damaged, or not to be reached
     */
    public static void run() {
        run(HostelDataSource.forMigrations(), DatabaseDialect.current());
    }

    static void run(DataSource dataSource, DatabaseDialect dialect) {
        try {
            var flyway = flyway(dataSource, dialect);
            refuseNewer(flyway);
            MigrationLog.of(flyway).migrate();
        } catch (FlywayException e) {
            throw unusable(e);
        }
    }

    private static Flyway flyway(DataSource dataSource, DatabaseDialect dialect) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:META-INF/db/" + dialect.migrations())
                .javaMigrations(
                        new MessageTableMigration(dialect instanceof SqliteDialect),
                        new TextKeyMigration(),
                        new RoomKeyMigration())
                // Flyway would otherwise pass over versions that it does not know yet.
                .ignoreMigrationPatterns(new String[0])
                // Where a start was killed, PostgreSQL may still be at its last statement, and hold Flyway's lock.
                .lockRetryCount(LOCK_TRIES)
                .load();
    }

    private static void refuseNewer(Flyway flyway) {
        for (var migration : flyway.info().all()) {
            var state = migration.getState();
            if (state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED) {
                throw new CannotStart("The database is of version " + migration.getVersion()
                        + ", newer than this program. It was left as it is: start the newer program with it.");
            }
        }
    }

    private static CannotStart unusable(FlywayException e) {
        var why = firstLine(e);
        var line = "The database can't be opened or migrated: " + why;
        return why.contains("SQLITE_FULL") ? CannotStart.forNow(line) : new CannotStart(line);
    }

    private static String firstLine(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) cause = cause.getCause();
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
    }
}
