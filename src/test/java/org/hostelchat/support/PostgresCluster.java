package org.hostelchat.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL server for one test: on a free loopback port, with its own data and the role and database that {@code
 * docs/operations.md} describes. The test is skipped, with a reason, if PostgreSQL is not installed.
 */
public final class PostgresCluster implements AutoCloseable {

    public static final String ROLE = "hostel";
    public static final String PASSWORD = "between the two banyans";

    /** The reason for a skipped test. */
    public static final String MISSING = "PostgreSQL was not found: install it (Debian: apt-get install postgresql),"
            + " or say where its programs are: POSTGRES_BIN=/path/to/bin";

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path programs;
    private final Path home;
    private final int port;
    private final List<String> options;
    private Process postmaster;
    private ProcessHandle[] frozen = {};

    private PostgresCluster(Path programs, List<String> options) {
        this.programs = programs;
        this.options = options;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
            this.home = folder();
            var password = Files.writeString(home.resolve("password"), PASSWORD);
            // The simplest locale: what works in it works in all.
            run(
                    "initdb",
                    "-D",
                    data(),
                    "-U",
                    "postgres",
                    "-A",
                    "scram-sha-256",
                    "--pwfile",
                    password.toString(),
                    "--no-locale",
                    "-E",
                    "UTF8",
                    "--no-sync");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether its programs are on this machine. */
    public static boolean isInstalled() {
        return programs().isPresent();
    }

    /**
     * Creates and starts one.
     *
     * @param options of the server, such as {@code fsync=off}
     */
    public static PostgresCluster open(String... options) {
        var programs = programs();
        Assumptions.assumeTrue(programs.isPresent(), MISSING);
        var cluster = new PostgresCluster(programs.get(), List.of(options));
        cluster.start();
        try (var connection = cluster.connect("postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create role " + ROLE + " login password '" + PASSWORD + "'");
            statement.execute("create database hostel owner " + ROLE);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return cluster;
    }

    /** The newest version in Debian's packages, or the one that the environment names. */
    private static Optional<Path> programs() {
        var named = System.getenv("POSTGRES_BIN");
        if (named != null) return Optional.of(Path.of(named));
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(bin ->
                            Integer.parseInt(bin.getParent().getFileName().toString())));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return url("hostel");
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A separate connection, for tests that disturb the database or inspect it. */
    public Connection connect() throws SQLException {
        return connect("hostel", ROLE);
    }

    /** A connection of a role that may create and drop databases. */
    public Connection connectAsSuperuser() throws SQLException {
        return connect("postgres", "postgres");
    }

    private Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(url(database), role, PASSWORD);
    }

    /** The number that this query returns. */
    public long count(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs a file of SQL with psql, as an operator restores a dump, as the server's role; stops at the first error. */
    public void load(Path sql) {
        var psql = new ProcessBuilder(
                programs.resolve("psql").toString(),
                "--no-psqlrc",
                "--quiet",
                "--set=ON_ERROR_STOP=1",
                "--single-transaction",
                "--file=" + sql.toAbsolutePath(),
                "--host=127.0.0.1",
                "--port=" + port,
                "--username=" + ROLE,
                "hostel");
        psql.environment().put("PGPASSWORD", PASSWORD);
        finish(psql);
    }

    public void start() {
        var arguments = new ArrayList<>(List.of("-D", data(), "-p", "" + port, "-h", "127.0.0.1", "-k", ""));
        options.forEach(option -> arguments.addAll(List.of("-c", option)));
        try {
            postmaster = asWhomItRuns("postgres", arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::abandon));
        Pause.until("PostgreSQL answers; see " + log(), LIMIT, this::answers);
    }

    private boolean answers() {
        if (!postmaster.isAlive()) throw new AssertionError("PostgreSQL ended; see " + log());
        try (var connection = connect("postgres", "postgres")) {
            return connection.isValid(10);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Crashes the server: all connections break at once. */
    public void crash() {
        stop("immediate");
    }

    /**
     * Stops all its processes, as if its host had vanished from the network: connections stay open, but nothing
     * answers.
     */
    public void freeze() {
        // The process that starts the others is stopped first, so that no new one is missed.
        signal("-STOP", postmaster.toHandle());
        frozen = processes().toArray(ProcessHandle[]::new);
        signal("-STOP", frozen);
    }

    /** The server's process, then those that it has started. */
    public Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(postmaster.toHandle()), postmaster.descendants());
    }

    public void thaw() {
        if (frozen.length > 0) signal("-CONT", frozen);
        frozen = new ProcessHandle[0];
    }

    private void signal(String which, ProcessHandle... processes) {
        var kill = new ArrayList<>(List.of("kill", which));
        for (var process : processes) kill.add(Long.toString(process.pid()));
        finish(new ProcessBuilder(kill));
    }

    /** If the tests are interrupted: a frozen process would not notice that. */
    private void abandon() {
        thaw();
        postmaster.destroyForcibly();
    }

    private void stop(String mode) {
        if (postmaster.isAlive()) run("pg_ctl", "-D", data(), "-m", mode, "-w", "stop");
    }

    @Override
    public void close() {
        thaw();
        stop("fast");
    }

    private String data() {
        return home.resolve("data").toString();
    }

    private Path log() {
        return home.resolve("postgres.log");
    }

    private void run(String program, String... arguments) {
        finish(asWhomItRuns(program, List.of(arguments)));
    }

    private void finish(ProcessBuilder command) {
        try {
            var running = command.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            if (!running.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) running.destroyForcibly();
            if (running.waitFor() != 0) throw new AssertionError(command.command() + " failed; see " + log());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** PostgreSQL refuses to run as root. */
    private ProcessBuilder asWhomItRuns(String program, List<String> arguments) {
        var command = new ArrayList<String>();
        if (isRoot()) command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        command.add(programs.resolve(program).toString());
        command.addAll(arguments);
        return new ProcessBuilder(command).directory(home.toFile());
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** In target/, unless the account that runs PostgreSQL has no access to it. */
    private static Path folder() throws IOException {
        var name = ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
        var folder = isRoot() && !mayBeEntered(BuildOutput.target())
                ? Files.createTempDirectory("postgres-" + name)
                : Files.createDirectories(
                        BuildOutput.target().resolve("postgres").resolve(name));
        if (isRoot()) {
            var users = folder.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(folder, users.lookupPrincipalByName("postgres"));
        }
        return folder;
    }

    private static boolean mayBeEntered(Path folder) throws IOException {
        for (var each = folder; each != null; each = each.getParent()) {
            if (!Files.getPosixFilePermissions(each).contains(PosixFilePermission.OTHERS_EXECUTE)) return false;
        }
        return true;
    }
}
