package org.hostelchat.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hostelchat.cli.text.CliWords;

/**
 * A PostgreSQL database that a dump is restored into by {@code pg_restore} and {@code psql}, in one transaction: all of it or nothing.
 * All tables that are there are dropped first, also those that a newer program has made. The password is given to the programs by
 * their environment.
 */
final class RestoreDatabase {
    private static final Pattern URL =
            Pattern.compile("jdbc:postgresql://([A-Za-z0-9.-]+)(?::(\\d{1,5}))?/([^?/]+)(?:\\?(.*))?");
    private static final String USUAL_PORT = "5432";
    private static final String OTHERS =
            "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
                    + " and usesysid is not null and backend_type = 'client backend'";

    /** The program's sequences and types belong to its tables, and it makes no functions. */
    private static final String DROP_ALL =
            """
            do $$
            declare named record;
            begin
                perform set_config('client_min_messages', 'warning', true);
                for named in select tablename from pg_catalog.pg_tables where schemaname = 'public' loop
                    execute format('drop table if exists public.%I cascade', named.tablename);
                end loop;
            end $$""";

    private static final int LONGEST_WORDS = 2_000;

    private final String host;
    private final String port;
    private final String name;
    private final String user;
    private final String password;
    private final Map<String, String> encryption;

    private RestoreDatabase(Matcher url, String user, String password) {
        this.host = url.group(1);
        this.port = url.group(2) == null ? USUAL_PORT : url.group(2);
        this.name = url.group(3);
        this.user = user;
        this.password = password;
        this.encryption = encryption(url.group(4));
    }

    /** @throws Failure wrong use, if it names no single database, or asks for encryption in a way that psql does not know */
    static RestoreDatabase at(String url, String user, String password) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) throw Failure.wrongUse(CliWords.text("restore.url", "url", url));
        return new RestoreDatabase(parts, user, password);
    }

    /** @throws Failure refused, if a server is connected to the database, or the dump is none */
    void check(Path dump) {
        String said = run("psql", "--no-psqlrc", "--no-password", "--tuples-only", "--no-align", "--command=" + OTHERS)
                .strip();
        // Warnings may stand before it.
        if (!said.substring(said.lastIndexOf('\n') + 1).strip().equals("0")) {
            throw Failure.refused(CliWords.text("restore.database-in-use", "database", name));
        }
        run("pg_restore", "--list", dump.toString());
    }

    /** Needs space beside the dump for all of it as SQL, which stays there. */
    void restore(Path dump) throws IOException {
        Path sql = dump.resolveSibling("restore.sql");
        Files.createFile(sql, PrivateFile.onlyForTheOwner());
        run("pg_restore", "--no-owner", "--no-privileges", "--file=" + sql, dump.toString());
        run(
                "psql",
                "--no-psqlrc",
                "--no-password",
                "--set=ON_ERROR_STOP=1",
                "--single-transaction",
                "--quiet",
                // What the statements answer, so that only a failure is said.
                "--output=" + dump.resolveSibling("restore.out"),
                "--command=" + DROP_ALL,
                "--file=" + sql);
    }

    /** What the programs are told by their environment. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(encryption);
        environment.put("PGHOST", host);
        environment.put("PGPORT", port);
        environment.put("PGDATABASE", name);
        environment.put("PGUSER", user);
        environment.put("PGPASSWORD", password);
        return environment;
    }

    /** What the URL's parameters say of encryption. */
    private static Map<String, String> encryption(String parameters) {
        Map<String, String> found = new HashMap<>();
        if (parameters == null) return found;
        for (String each : parameters.split("&", -1)) {
            int end = each.indexOf('=');
            String key = end < 0 ? each : each.substring(0, end);
            String value = URLDecoder.decode(each.substring(end + 1), StandardCharsets.UTF_8);
            if (key.equals("sslmode")) found.put("PGSSLMODE", value);
            else if (key.equals("sslrootcert")) found.put("PGSSLROOTCERT", value);
            else if (key.startsWith("ssl")) throw Failure.wrongUse(CliWords.text("restore.ssl", "parameter", key));
        }
        return found;
    }

    private String run(String... command) {
        List<String> words = new ArrayList<>(Arrays.asList(command));
        ProcessBuilder program = new ProcessBuilder(words).redirectErrorStream(true);
        program.environment().putAll(environment());
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
