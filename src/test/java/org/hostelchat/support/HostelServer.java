package org.hostelchat.support;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The built WAR on Payara Micro, started by {@code payara/start} as operators do: a separate process, on a free
 * loopback port, with its own data folder. Most tests use the {@link Hostel#shared shared} one; a test that needs
 * special settings, or kills the server, starts one with {@link #with()} and closes it.
 */
public final class HostelServer implements AutoCloseable {

    /** Flags for a quick start; not for a server under load. */
    public static final String QUICK_JVM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m";

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Map<String, String> environment;
    private final List<String> flags;
    private final boolean bare;
    private final int port;
    private final Path data;
    private final PostgresCluster postgres;
    private final SmallDisk disk;
    private final ServerLog log;
    private Process process;

    private HostelServer(Setup setup) {
        this.environment = setup.environment;
        this.flags = setup.flags;
        this.bare = setup.bare;
        this.port = FreePorts.next();
        Path home = BuildOutput.target()
                .resolve("servers")
                .resolve(ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet());
        this.disk = setup.disk;
        if (disk != null) this.data = disk.folder();
        else this.data = setup.data == null ? home.resolve("data") : setup.data;
        this.postgres = setup.postgres;
        this.log = new ServerLog(home.resolve("server.log"));
    }

    /** Settings that differ from the defaults; {@link Setup#start()} starts the server. */
    public static Setup with() {
        return new Setup();
    }

    /** Its URL, {@code http://127.0.0.1:PORT}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    /** The data folder, which survives a kill and a restart. */
    public Path data() {
        return data;
    }

    public ServerLog log() {
        return log;
    }

    /** A separate connection to its database, for tests that inspect it or change what no interface can. */
    public Connection database() throws SQLException {
        if (postgres != null) return postgres.connect();
        var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("hostel.db"));
        try (var statement = connection.createStatement()) {
            // The server writes at the same time.
            statement.execute("pragma busy_timeout = 10000");
        }
        return connection;
    }

    /**
     * Waits until {@code /health} is UP. On a busy machine a server that has just started may report a slow database at
     * first.
     */
    public void awaitHealthy() {
        Pause.until(
                "healthy", Duration.ofSeconds(30), () -> api().get("/health").status() == 200);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** A client that is not signed in. */
    public Api api() {
        return new Api(url());
    }

    /** A client with the operator key. */
    public Api operator() {
        try {
            return api().bearer(Files.readString(data.resolve("operator.key")).strip());
        } catch (IOException missing) {
            throw new AssertionError("No operator key in " + data + "\n" + log.tail(40), missing);
        }
    }

    /** Creates people, through the operator. */
    public Residents residents() {
        return new Residents(this);
    }

    /** Kills the process with SIGKILL, without flushing anything. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(20));
    }

    /** Stops it like a service manager: SIGTERM and time to finish. Returns the exit code. */
    public int stop() {
        process.destroy();
        return awaitExit(Duration.ofSeconds(40));
    }

    /** The number of instances of a class after a full collection, by the JDK's jcmd. */
    public long instancesOf(String className) throws IOException {
        String histogram = Jcmd.histogram(pid());
        if (!histogram.contains("java.lang.String")) {
            throw new AssertionError(
                    "No histogram: " + histogram.lines().limit(5).toList());
        }
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+", -1))
                .filter(cells -> cells.length > 3 && cells[3].equals(className))
                .mapToLong(cells -> Long.parseLong(cells[1]))
                .sum();
    }

    /** Starts it again, on the same port and data, after {@link #kill()} or {@link #stop()}. */
    public void restart() {
        if (process.isAlive()) {
            stop();
        }
        launch();
        awaitReady();
    }

    /** Waits for the process to end by itself, as it must with a wrong setting. Returns the exit code. */
    public int awaitExit(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Still running after " + limit + "\n" + log.tail(60));
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException interrupted) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    private void launch() {
        ProcessBuilder builder = new ProcessBuilder(bare ? bareCommand() : startCommand());
        builder.environment().keySet().removeIf(name -> name.startsWith("HOSTEL_"));
        builder.environment().put(bare ? "HOSTEL_DATA" : "HOSTEL_JAVA_OPTS", bare ? data.toString() : QUICK_JVM);
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.file().getParent());
            process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                    .start();
        } catch (IOException e) {
            throw new AssertionError("payara/start could not be started", e);
        }
        log.mark();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    private List<String> startCommand() {
        List<String> command = new ArrayList<>(disk == null ? List.of() : disk.command());
        var folder = disk == null ? data : disk.mounted();
        command.add(BuildOutput.start().toString());
        command.addAll(
                List.of("--port", Integer.toString(port), "--address", "127.0.0.1", "--data", folder.toString()));
        command.addAll(flags);
        return command;
    }

    private List<String> bareCommand() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(QUICK_JVM.split(" ", -1)));
        // Tests make no requests to other hosts.
        command.addAll(List.of(
                "-Dhazelcast.phone.home.enabled=false",
                "-jar",
                BuildOutput.microJar().toString(),
                "--deploy",
                BuildOutput.war().toString()));
        command.addAll(List.of("--contextroot", "/", "--nocluster", "--port", Integer.toString(port)));
        command.add("--disablephonehome");
        command.addAll(flags);
        return command;
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!log.sinceMark().contains("ready in")) {
            if (!process.isAlive()) {
                throw new AssertionError("The server ended with " + process.exitValue() + "\n" + log.tail(60));
            }
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new AssertionError("Not ready after " + START_LIMIT + "\n" + log.tail(60));
            }
            Pause.millis(100);
        }
        if (!log.sinceMark().contains("\"Name\": \"hostel-chat\"")) {
            process.destroyForcibly();
            throw new AssertionError("The server runs, but without the application\n" + log.tail(200));
        }
    }

    /** The settings of a server that is not started yet. */
    public static final class Setup {

        private final Map<String, String> environment = new HashMap<>();
        private final List<String> flags = new ArrayList<>();
        private boolean bare;
        private Path data;
        private PostgresCluster postgres;
        private SmallDisk disk;

        private Setup() {}

        /** A setting by its name, {@code hostel.flood.burst}; passed as an environment variable. */
        public Setup setting(String name, Object value) {
            String variable = name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
            environment.put(variable, value.toString());
            return this;
        }

        /** Over PostgreSQL instead of SQLite. */
        public Setup over(PostgresCluster cluster) {
            postgres = cluster;
            return setting("hostel.database.url", cluster.url())
                    .setting("hostel.database.user", PostgresCluster.ROLE)
                    .setting("hostel.database.password", PostgresCluster.PASSWORD);
        }

        /** Other JVM flags than {@link #QUICK_JVM}. */
        public Setup jvm(String options) {
            environment.put("HOSTEL_JAVA_OPTS", options);
            return this;
        }

        /** An existing data folder, or one at a given place. */
        public Setup data(Path folder) {
            this.data = folder;
            return this;
        }

        /** With its data folder on a file system that a test can fill. */
        public Setup on(SmallDisk disk) {
            this.disk = disk;
            return this;
        }

        /** Without {@code payara/start}, as in Payara Micro's documentation; it then listens on all addresses. */
        public Setup bare() {
            bare = true;
            return this;
        }

        /** An additional flag of {@code payara/start}, or of Payara Micro without it. */
        public Setup flag(String... words) {
            flags.addAll(List.of(words));
            return this;
        }

        /** Starts it and waits until it is ready; fails with the log's last lines if it ends instead. */
        public HostelServer start() {
            HostelServer server = launch();
            server.awaitReady();
            return server;
        }

        /** Starts it without waiting: for a server that is expected to refuse to start. */
        public HostelServer launch() {
            HostelServer server = new HostelServer(this);
            server.launch();
            return server;
        }
    }
}
