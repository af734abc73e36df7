package org.hostelchat.platform;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hostelchat.launch.CannotStart;
import org.hostelchat.launch.StartProgress;
import org.hostelchat.launch.StartWatch;
import org.hostelchat.launch.StartupFailure;

/**
 * Sets the server up as {@code payara/pre-boot.asadmin} says where it was started without that file: by
 * {@code java -jar payara-micro.jar}, as its own documentation shows. Without it nothing is compressed and an enrolment
 * number with a slash can't be addressed.
 *
 * <p>Payara has no public interface for this, so its command runner is reached by reflection; where that fails the chat runs
 * all the same, and the log says what is missing.
 */
public class ServerSetUp implements Extension {

    private static final System.Logger LOG = System.getLogger(ServerSetUp.class.getName());
    private static final String COMMANDS = "/META-INF/payara/pre-boot.asadmin";

    /** What concerns the protocols spoken and their answers; where to listen, and the rest, is for whoever starts the server. */
    private static final Pattern WHAT_ANSWERS_NEED = Pattern.compile("\\.protocol\\.https?-listener\\.(http|ssl)\\.");

    private static final String NETWORK = "configs.config.server-config.network-config.";
    static final String LISTENER = NETWORK + "network-listeners.network-listener.http-listener.";
    private static final String LEAST_COMPRESSED =
            NETWORK + "protocols.protocol.http-listener.http.compression-min-size-bytes=";
    private static final int TRIES = 8;

    /**
     * As early as an application has a say, before the web container takes it in: from then on a changed listener waits for
     * the application and the application for the listener, for ever.
     */
    void setUp(@Observes BeforeBeanDiscovery event) {
        StartWatch.begin(StartProgress.LOADING);
        try {
            var server = new ServerCommands();
            var missing = new ArrayList<String>();
            for (var setting : settings()) {
                if (!server.run("get", setting.key()).contains(setting.toString())) missing.add(setting.toString());
            }
            // In one command, because each restarts the listener.
            if (!missing.isEmpty()) {
                server.run("set", missing.toArray(String[]::new));
                openAgain(server);
            }
        } catch (ReflectiveOperationException | IOException | RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The server could not be set up from within; start it by payara/start or with --prebootcommandfile",
                    e);
        }
    }

    /**
     * Several parts of the server restart the listener for the same change, at the same time, and one time in ten or so leave
     * it closed, for good and without a word: then once more, by a change that means nothing.
     */
    private static void openAgain(ServerCommands server) throws ReflectiveOperationException {
        var listener = ListenerWatch.at(server.get(LISTENER + "address"), server.get(LISTENER + "port"));
        for (var tries = 1; !listener.settlesOpen(); tries++) {
            if (tries > TRIES) {
                StartupFailure.end(CannotStart.unforeseen(
                        "The server listens to nobody: it could not be set up from within. Start it by payara/start."));
            }
            server.run("set", LEAST_COMPRESSED + (1_024 + tries));
        }
    }

    private record Setting(String key, String value) {

        @Override
        public String toString() {
            return key + "=" + value;
        }
    }

    private static List<Setting> settings() throws IOException {
        try (var lines = new BufferedReader(
                new InputStreamReader(ServerSetUp.class.getResourceAsStream(COMMANDS), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith("set ")
                            && WHAT_ANSWERS_NEED.matcher(line).find())
                    .map(line -> line.substring(4).strip())
                    .map(set -> new Setting(set.substring(0, set.indexOf('=')), set.substring(set.indexOf('=') + 1)))
                    .toList();
        }
    }
}
