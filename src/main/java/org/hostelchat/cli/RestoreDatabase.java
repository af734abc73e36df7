package org.hostelchat.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hostelchat.cli.text.CliWords;

/**
 * A PostgreSQL database that a dump is restored into by {@code pg_restore}, in one transaction: all of it or nothing. The password is
 * given to the program by its environment.
 */
final class RestoreDatabase {
    private static final Pattern URL =
            Pattern.compile("jdbc:postgresql://([A-Za-z0-9.-]+)(?::(\\d{1,5}))?/([^?/]+)(?:\\?.*)?");
    private static final String USUAL_PORT = "5432";
    private static final String OTHERS =
            "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    private static final int LONGEST_WORDS = 2_000;

    private final String host;
    private final String port;
    private final String name;
    private final String user;
    private final String password;

    private RestoreDatabase(Matcher url, String user, String password) {
        this.host = url.group(1);
        this.port = url.group(2) == null ? USUAL_PORT : url.group(2);
        this.name = url.group(3);
        this.user = user;
        this.password = password;
    }

    /** @throws Failure wrong use, if it names no single database */
    static RestoreDatabase at(String url, String user, String password) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) throw Failure.wrongUse(CliWords.text("restore.url", "url", url));
        return new RestoreDatabase(parts, user, password);
    }

    /** @throws Failure refused, if a server is connected to the database, or the dump is none */
    void check(Path dump) {
        if (!run("psql", "--no-psqlrc", "--tuples-only", "--no-align", "--command=" + OTHERS)
                .strip()
                .equals("0")) {
            throw Failure.refused(CliWords.text("restore.database-in-use", "database", name));
        }
        run("pg_restore", "--list", dump.toString());
    }

    void restore(Path dump) {
        run(
                "pg_restore",
                "--clean",
                "--if-exists",
                "--no-owner",
                "--no-privileges",
                "--single-transaction",
                "--exit-on-error",
                "--dbname=" + name,
                dump.toString());
    }

    private String run(String... command) {
        List<String> words = new ArrayList<>(Arrays.asList(command));
        ProcessBuilder program = new ProcessBuilder(words).redirectErrorStream(true);
        program.environment().put("PGHOST", host);
        program.environment().put("PGPORT", port);
        program.environment().put("PGDATABASE", name);
        program.environment().put("PGUSER", user);
        program.environment().put("PGPASSWORD", password);
        try {
            Process process = program.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readNBytes(LONGEST_WORDS), StandardCharsets.UTF_8);
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            if (process.waitFor() == 0) return said;
            throw Failure.refused(CliWords.text("restore.program-failed", "program", command[0], "why", said.strip()));
        } catch (IOException e) {
            throw Failure.wrongUse(CliWords.text("restore.no-program", "program", command[0]));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.interrupted();
        }
    }
}
