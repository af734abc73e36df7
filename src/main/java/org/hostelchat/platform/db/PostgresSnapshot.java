package org.hostelchat.platform.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.hostelchat.backup.DatabaseSnapshot;
import org.hostelchat.backup.archive.ArchiveProperties.DatabaseKind;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.postgresql.Driver;

/**
 * Copies a PostgreSQL database by {@code pg_dump}, which must be installed on this machine and not be older than the database's server.
 * The password is given to it by its environment, which only this account can read.
 */
record PostgresSnapshot(String url, String user, String password) implements DatabaseSnapshot {

    private static final System.Logger LOG = System.getLogger(PostgresSnapshot.class.getName());
    private static final Duration RETRY = Duration.ofSeconds(60);

    /** Dumping ten million messages takes minutes. */
    private static final long LONGEST_HOURS = 4;

    /** Of what pg_dump says of its failure. */
    private static final int LONGEST_WORDS = 4_000;

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }

    @Override
    public void copyTo(Path file) {
        var dump = new ProcessBuilder(
                "pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--no-password", "--file=" + file);
        dump.redirectErrorStream(true);
        dump.environment().putAll(environment());
        run(dump);
    }

    /** What pg_dump is told by its environment: as the URL says, also whether the line must be encrypted. */
    Map<String, String> environment() {
        var place = Driver.parseURL(url, new Properties());
        if (place == null) throw failed("the URL was not understood");
        var environment = new HashMap<String, String>();
        environment.put("PGHOST", place.getProperty("PGHOST"));
        environment.put("PGPORT", place.getProperty("PGPORT"));
        environment.put("PGDATABASE", place.getProperty("PGDBNAME"));
        environment.put("PGUSER", user);
        environment.put("PGPASSWORD", password);
        var mode = place.getProperty("sslmode");
        if (mode != null) environment.put("PGSSLMODE", mode);
        var root = place.getProperty("sslrootcert");
        if (root != null) environment.put("PGSSLROOTCERT", root);
        return environment;
    }

    private static void run(ProcessBuilder dump) {
        Process process;
        try {
            process = dump.start();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "pg_dump was not found", e);
            throw new Refusal.Conflict("no-pg-dump", Phrase.of("backup.no-pg-dump"));
        }
        try {
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readNBytes(LONGEST_WORDS), StandardCharsets.UTF_8);
            process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            if (!process.waitFor(LONGEST_HOURS, TimeUnit.HOURS) || process.exitValue() != 0) throw failed(said);
        } catch (IOException e) {
            throw failed(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    private static Refusal failed(String why) {
        LOG.log(System.Logger.Level.ERROR, "The database could not be copied: " + why.strip());
        return new Refusal.Unavailable("backup-failed", Phrase.of("backup.failed"), RETRY);
    }

    /** The record's own form would hold the password. */
    @Override
    public String toString() {
        return "pg_dump of " + url;
    }
}
