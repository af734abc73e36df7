package org.hostelchat.platform.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteDataSource;

/**
 * Migrates a database in a JVM of its own, to be killed: {@code FILE} for SQLite, {@code URL USER PASSWORD} for
 * PostgreSQL. The log goes to standard error.
 */
final class MigratingProcess {

    private MigratingProcess() {}

    public static void main(String[] args) {
        var dialect =
                args.length == 1 ? SqliteDialect.of(Path.of(args[0])) : new PostgresDialect(args[0], args[1], args[2]);
        Migrations.run(new Source(dialect), dialect);
    }

    /** Connections as the server migrates by. Of the driver's class only its being a data source is used. */
    private static final class Source extends SQLiteDataSource {

        private final DatabaseDialect dialect;

        Source(DatabaseDialect dialect) {
            this.dialect = dialect;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return dialect.connectForMigrations(5);
        }
    }
}
