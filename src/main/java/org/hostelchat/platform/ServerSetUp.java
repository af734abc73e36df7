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
 * Applies the settings of {@code payara/pre-boot.asadmin} where the server was started without that file, by {@code
 * java -jar payara-micro.jar}. Otherwise responses are not compressed, and enrolment numbers with a slash cannot be
 * used in URLs.
 *
 * <p>Payara has no public API for this, so its command runner is accessed by reflection; if that fails the chat works
 * all the same, and the log says what is missing.
 */
public class ServerSetUp implements Extension {

    private static final System.Logger LOG = System.getLogger(ServerSetUp.class.getName());
    private static final String COMMANDS = "/META-INF/payara/pre-boot.asadmin";

    /**
     * Settings of the protocols and responses only; addresses, ports and the rest are for whoever starts the server.
     */
    private static final Pattern WHAT_ANSWERS_NEED = Pattern.compile("\\.protocol\\.https?-listener\\.(http|ssl)\\.");

    private static final String NETWORK = "configs.config.server-config.network-config.";
    static final String LISTENER = NETWORK + "network-listeners.network-listener.http-listener.";
    private static final String LEAST_COMPRESSED =
            NETWORK + "protocols.protocol.http-listener.http.compression-min-size-bytes=";
    private static final int TRIES = 8;

    /**
     * As early as an application can run code, before the web container loads it: later a changed listener and the
     * application would wait for each other forever.
     */
    void setUp(@Observes BeforeBeanDiscovery event) {
        StartWatch.begin(StartProgress.LOADING);
        try {
            var server = new ServerCommands();
            var missing = new ArrayList<String>();
            for (var setting : settings()) {
                if (!server.run("get", setting.key()).contains(setting.toString())) missing.add(setting.toString());
            }
            // In one command, because each command restarts the listener.
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
     * Several components of the server restart the listener for the same change at the same time, and about one time in
     * ten leave it closed without an error. Then it is restarted once more, by changing a setting that has no effect.
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
