package org.hostelchat.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.hostelchat.bench.load.Credentials;
import org.hostelchat.support.Pause;

/** The same container and options with the bare endpoint. */
final class BareTarget implements Target {

    private static final Path CLASSES = Path.of("target", "test-classes");
    private static final Path HOME = Path.of("target", "bench", "bare");

    /**
     * As payara/start, but with a larger heap: it buffers what waits for each connection, and would run out of memory
     * when saturated.
     */
    private static final String JVM = "-Xms64m -Xmx3g -XX:+UseSerialGC";

    private final Process process;
    private final int port;

    private BareTarget(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static BareTarget start(Options options) throws IOException {
        lay();
        Path log = HOME.resolve("server.log");
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(
                HOME.resolve("start").toString(), "--port", Integer.toString(port), "--address", "127.0.0.1");
        String jvm = options.text("jvm");
        builder.environment().put("HOSTEL_JAVA_OPTS", jvm.isEmpty() ? JVM : jvm);
        builder.environment().put("HOSTEL_DATA", HOME.resolve("data").toString());
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        for (int i = 0; !Files.readString(log).contains("ready in"); i++) {
            if (!process.isAlive() || i > 1_200) {
                process.destroyForcibly();
                throw new IllegalStateException("The bare server did not start; see " + log);
            }
            Pause.millis(100);
        }
        return new BareTarget(process, port);
    }

    /** Creates an installation like ours with the other application, so that nothing else differs. */
    private static void lay() throws IOException {
        Files.createDirectories(HOME);
        try (Stream<Path> files = Files.list(Path.of("payara"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                copy(file);
            }
        }
        copy(Path.of("target", "payara-micro.jar"));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(HOME.resolve("hostel-chat.war")));
                Stream<Path> classes = Files.list(CLASSES.resolve("org/hostelchat/bench/bare"))) {
            for (Path file : (Iterable<Path>) classes::iterator) {
                out.putNextEntry(new JarEntry("WEB-INF/classes/" + CLASSES.relativize(file)));
                Files.copy(file, out);
            }
        }
    }

    private static void copy(Path file) throws IOException {
        Files.copy(
                file,
                HOME.resolve(file.getFileName()),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Override
    public String name() {
        return "bare";
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public List<Credentials> people(int count) {
        return Collections.nCopies(count, new Credentials("", "", "hostel_session=" + "x".repeat(43)));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
