package org.hostelchat.platform.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.hostelchat.backup.DatabaseSnapshot;
import org.hostelchat.backup.archive.ArchiveProperties.DatabaseKind;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/**
 * Copies an SQLite database by {@code VACUUM INTO}: it reads as of one moment, lets people write meanwhile, and takes along no page that
 * held erased text.
 *
 * @param url of the database
 */
record SqliteSnapshot(String url) implements DatabaseSnapshot {

    private static final System.Logger LOG = System.getLogger(SqliteSnapshot.class.getName());
    private static final Duration RETRY = Duration.ofSeconds(60);

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.SQLITE;
    }

    @Override
    public void copyTo(Path file) {
        try (var connection = SqliteDialect.connect(url);
                var copy = connection.prepareStatement("vacuum into ?")) {
            copy.setString(1, file.toString());
            copy.execute();
        } catch (SQLException e) {
            throw failed(e);
        }
        // A connection of the driver's own: ours would make it a database with a write-ahead log.
        try (var connection = org.sqlite.JDBC.createConnection("jdbc:sqlite:" + file, new java.util.Properties())) {
            check(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void check(Connection copy) throws SQLException {
        try (var statement = copy.createStatement();
                var row = statement.executeQuery("pragma integrity_check(1)")) {
            var verdict = row.next() ? row.getString(1) : "no answer";
            if (!verdict.equals("ok")) throw new SQLException("The copy is damaged: " + verdict);
        }
    }

    private static Refusal failed(SQLException e) {
        LOG.log(System.Logger.Level.ERROR, "The database could not be copied", e);
        return new Refusal.Unavailable("backup-failed", Phrase.of("backup.failed"), RETRY);
    }
}
