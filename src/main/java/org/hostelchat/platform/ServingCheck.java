package org.hostelchat.platform;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hostelchat.launch.StartProgress;
import org.hostelchat.launch.Version;
import org.hostelchat.platform.settings.HostelSettings;

/**
 * Requests the health check over HTTP, as a browser would, because a server may report itself as ready and yet answer
 * 404. Repeats that until it succeeds; {@link org.hostelchat.launch.StartWatch} ends the process after a time limit.
 * Then writes the address to the data folder, for the command line.
 */
final class ServingCheck {

    private static final System.Logger LOG = System.getLogger(ServingCheck.class.getName());
    private static final String ADDRESS_FILE = "server.url";
    private static final int PATIENCE_MILLIS = 5_000;

    private final Path addressFile;
    private final Thread thread;

    private ServingCheck(HostelSettings settings) {
        this.addressFile = settings.data().path().resolve(ADDRESS_FILE);
        this.thread = new Thread(() -> run(settings), "hostel-serving-check");
        thread.setDaemon(true);
    }

    static ServingCheck begin(HostelSettings settings) {
        var check = new ServingCheck(settings);
        check.thread.start();
        return check;
    }

    /** To be called when the application ends: deletes the address. */
    void end() {
        thread.interrupt();
        try {
            Files.deleteIfExists(addressFile);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The address stays", e);
        }
    }

    private void run(HostelSettings settings) {
        try {
            var address = address();
            while (!answers(address.resolve("/health"))) TimeUnit.MILLISECONDS.sleep(200);
            Files.writeString(addressFile, address + "\n");
            LOG.log(
                    System.Logger.Level.INFO,
                    "Hostel Chat {0} is open at {1}; its data is in {2}",
                    Version.CURRENT,
                    address,
                    settings.data().path());
            StartProgress.SERVING.reached();
        } catch (ReflectiveOperationException | IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Whether the hostel is open could not be found out", e);
            StartProgress.SERVING.reached();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static URI address() throws ReflectiveOperationException {
        var server = new ServerCommands();
        var host = ListenerWatch.reachable(server.get(ServerSetUp.LISTENER + "address"))
                .getHostAddress();
        return URI.create("http://" + (host.contains(":") ? '[' + host + ']' : host) + ':'
                + server.get(ServerSetUp.LISTENER + "port"));
    }

    /** Whether the application itself answers; UP and DOWN both show that. */
    private static boolean answers(URI health) {
        try {
            var connection = (HttpURLConnection) health.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            var stream = connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream();
            if (stream == null) return false;
            try (stream) {
                return new String(stream.readNBytes(100), StandardCharsets.UTF_8).startsWith("{\"status\":");
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
