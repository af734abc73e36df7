package org.hostelchat.platform;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hostelchat.live.LiveSettings;
import org.hostelchat.security.TrustedProxies;

/**
 * Every setting of the program, read once, checked whole at start. The keys are MicroProfile Config's, so each may also
 * come as an environment variable ({@code hostel.flood.burst} as {@code HOSTEL_FLOOD_BURST}) or a system property.
 *
 * <p>Listed in {@code docs/operations.md}; a test holds the two together.
 */
final class HostelSettings {

    /** Every key, its default, and its range where it is a number. */
    enum Key {
        DATA("hostel.data", "./data"),
        NAME("hostel.name", "Hostel Chat"),
        ZONE("hostel.zone", ""),
        DATABASE_URL("hostel.database.url", ""),
        DATABASE_USER("hostel.database.user", ""),
        DATABASE_PASSWORD("hostel.database.password", ""),
        FLOOD_BURST("hostel.flood.burst", 300, 0, 1_000_000),
        FLOOD_RATE("hostel.flood.rate", 20, 0, 1_000_000),
        QUEUE("hostel.writer.queue", 10_000, 1, 1_000_000),
        BATCH("hostel.writer.batch", 1_000, 1, 10_000),
        CONNECTIONS_PER_USER("hostel.live.connections-per-user", 50, 1, 100_000),
        WAY("hostel.live.way", "fastest"),
        PROXY_TRUSTED("hostel.proxy.trusted", ""),
        SESSION_IDLE_HOURS("hostel.session.idle-hours", 12, 1, 24 * 366),
        SESSION_DAYS("hostel.session.days", 7, 1, 366),
        REMEMBER_DAYS("hostel.session.remember-days", 60, 1, 366),
        INITIAL_PASSWORD_DAYS("hostel.initial-password.days", 30, 1, 3660);

        private final String key;
        private final String fallback;
        private final int least;
        private final int most;

        Key(String key, String fallback) {
            this.key = key;
            this.fallback = fallback;
            this.least = 0;
            this.most = 0;
        }

        Key(String key, int fallback, int least, int most) {
            this.key = key;
            this.fallback = Integer.toString(fallback);
            this.least = least;
            this.most = most;
        }

        String key() {
            return key;
        }

        String fallback() {
            return fallback;
        }

        private boolean isNumber() {
            return most > 0;
        }
    }

    private static volatile HostelSettings current;

    private final Map<Key, String> values = new TreeMap<>();
    private final DataFolder data;
    private final ZoneId zone;
    private final TrustedProxies trustedProxies;
    private final LiveSettings.Way way;

    private HostelSettings(Config config) {
        refuseUnknown(config);
        for (var key : Key.values()) {
            var value = config.getOptionalValue(key.key, String.class).map(String::strip);
            values.put(key, checked(key, value.orElse(key.fallback)));
        }
        zone = zone(values.get(Key.ZONE));
        way = way(values.get(Key.WAY));
        var url = values.get(Key.DATABASE_URL);
        if (!url.isEmpty() && !url.startsWith("jdbc:sqlite:") && !url.startsWith("jdbc:postgresql:")) {
            throw new CannotStart(
                    "hostel.database.url: must begin with jdbc:sqlite: or jdbc:postgresql:, or be left out.");
        }
        try {
            trustedProxies = new TrustedProxies(values.get(Key.PROXY_TRUSTED));
        } catch (IllegalArgumentException e) {
            throw new CannotStart("hostel.proxy.trusted: " + e.getMessage() + ".");
        }
        try {
            data = DataFolder.open(Path.of(values.get(Key.DATA)));
        } catch (InvalidPathException e) {
            throw new CannotStart("hostel.data: not a path of a folder: " + values.get(Key.DATA));
        }
    }

    /**
     * The settings of this process, read at the first call.
     *
     * @throws CannotStart if one is wrong, naming it
     */
    static HostelSettings current() {
        var settings = current;
        if (settings == null) {
            synchronized (HostelSettings.class) {
                settings = current;
                if (settings == null) {
                    settings = from(ConfigProvider.getConfig());
                    current = settings;
                }
            }
        }
        return settings;
    }

    static HostelSettings from(Config config) {
        return new HostelSettings(config);
    }

    DataFolder data() {
        return data;
    }

    /** In whose days the hostel counts: a notice's last day ends at midnight there. */
    ZoneId zone() {
        return zone;
    }

    /** Whose word to take for where a request came from. */
    TrustedProxies trustedProxies() {
        return trustedProxies;
    }

    /** How frames reach the wire. */
    LiveSettings.Way way() {
        return way;
    }

    String text(Key key) {
        return values.get(key);
    }

    int number(Key key) {
        return Integer.parseInt(values.get(key));
    }

    String databaseUrl() {
        var url = values.get(Key.DATABASE_URL);
        return url.isEmpty() ? "jdbc:sqlite:" + data.database() : url;
    }

    /** The file behind {@link #databaseUrl()}, where that is SQLite's. */
    Path databaseFile() {
        return Path.of(databaseUrl().substring("jdbc:sqlite:".length()).replaceFirst("\\?.*", ""));
    }

    boolean onSqlite() {
        return databaseUrl().startsWith("jdbc:sqlite:");
    }

    private static String checked(Key key, String value) {
        if (!key.isNumber()) return value;
        try {
            var number = Integer.parseInt(value);
            if (number >= key.least && number <= key.most) return value;
        } catch (NumberFormatException e) {
            // answered below, together with numbers out of range
        }
        throw new CannotStart(
                "%s: must be a whole number from %d to %d, not '%s'.".formatted(key.key, key.least, key.most, value));
    }

    private static ZoneId zone(String name) {
        try {
            return name.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new CannotStart("hostel.zone: no time zone is called '" + name + "'; try Asia/Kolkata.");
        }
    }

    private static LiveSettings.Way way(String name) {
        return Arrays.stream(LiveSettings.Way.values())
                .filter(way -> way.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new CannotStart("hostel.live.way: must be fastest, tyrus or standard, not '" + name + "'."));
    }

    /** A mistyped name would otherwise be a setting that silently does nothing. */
    private static void refuseUnknown(Config config) {
        var known = Stream.of(Key.values()).map(Key::key).collect(Collectors.toSet());
        var variables = known.stream().map(HostelSettings::asVariable).collect(Collectors.toSet());
        // These are the command line's and the launcher's.
        variables.addAll(Set.of(
                "HOSTEL_URL",
                "HOSTEL_TOKEN",
                "HOSTEL_PORT",
                "HOSTEL_ADDRESS",
                "HOSTEL_JAVA_OPTS",
                "HOSTEL_TLS_PORT",
                "HOSTEL_TLS_KEYSTORE"));
        for (var name : config.getPropertyNames()) {
            var unknown = name.startsWith("hostel.")
                    ? !known.contains(name) && !variables.contains(asVariable(name))
                    : name.startsWith("HOSTEL_") && !variables.contains(name);
            if (unknown) throw new CannotStart(name + ": there is no such setting." + nearest(name, known));
        }
    }

    private static String nearest(String name, Set<String> known) {
        var words = Arrays.asList(name.toLowerCase(java.util.Locale.ROOT).split("[._-]"));
        Optional<String> best = known.stream()
                .filter(key -> Arrays.stream(key.split("[.-]")).skip(1).anyMatch(words::contains))
                .findFirst();
        return best.map(key -> " Did you mean " + key + "?").orElse("");
    }

    static String asVariable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(java.util.Locale.ROOT);
    }
}
