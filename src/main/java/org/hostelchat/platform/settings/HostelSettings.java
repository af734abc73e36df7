package org.hostelchat.platform.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hostelchat.language.Language;
import org.hostelchat.launch.CannotStart;
import org.hostelchat.launch.StartWatch;
import org.hostelchat.live.transport.TransportKind;
import org.hostelchat.security.TrustedProxies;

/**
 * All settings of the program, read and validated once, at the start. The keys are MicroProfile Config's, so each may
 * also be an environment variable ({@code hostel.flood.burst} as {@code HOSTEL_FLOOD_BURST}) or a system property.
 *
 * <p>Documented in {@code docs/operations.md}; a test compares the two.
 */
public final class HostelSettings {

    /** Every key with its default, and its range if it is a number. */
    public enum Key {
        DATA("hostel.data", "./data"),
        NAME("hostel.name", "Hostel Chat"),
        PUBLIC_ADDRESS("hostel.public-address", ""),
        ZONE("hostel.zone", ""),
        LANGUAGE("hostel.language", "en"),
        DATABASE_URL("hostel.database.url", ""),
        DATABASE_USER("hostel.database.user", ""),
        DATABASE_PASSWORD("hostel.database.password", ""),
        CLUSTER_MEMBERS("hostel.cluster.members", ""),
        FLOOD_BURST("hostel.flood.burst", 300, 0, 1_000_000),
        FLOOD_RATE("hostel.flood.rate", 20, 0, 1_000_000),
        QUEUE("hostel.writer.queue", 10_000, 1, 1_000_000),
        BATCH("hostel.writer.batch", 1_000, 1, 10_000),
        ROOMS_PER_STUDENT("hostel.rooms.per-student", 20, 0, 10_000),
        FILES_FOLDER("hostel.files.folder", ""),
        FILES_LARGEST("hostel.files.largest", 25, 1, 1024),
        FILES_PER_PERSON("hostel.files.per-person", 500, 1, 1_000_000),
        FILES_TOTAL("hostel.files.total", 50_000, 1, 100_000_000),
        CONNECTIONS_PER_USER("hostel.live.connections-per-user", 50, 1, 100_000),
        WAY("hostel.live.way", "fastest"),
        PROXY_TRUSTED("hostel.proxy.trusted", ""),
        SESSION_IDLE_HOURS("hostel.session.idle-hours", 12, 1, 24 * 366),
        SESSION_DAYS("hostel.session.days", 7, 1, 366),
        REMEMBER_DAYS("hostel.session.remember-days", 60, 1, 366),
        INITIAL_PASSWORD_DAYS("hostel.initial-password.days", 30, 1, 3660),
        TLS_PORT("hostel.tls.port", 0, 0, 65_535),
        START_SECONDS("hostel.start.seconds", StartWatch.USUAL_SECONDS, 5, 86_400);

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

        public String key() {
            return key;
        }

        public String fallback() {
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
    private final Language language;
    private final TrustedProxies trustedProxies;
    private final TransportKind transportKind;

    private HostelSettings(Config config) {
        SettingNames.refuseUnknown(config);
        for (var key : Key.values()) {
            var value = config.getOptionalValue(key.key, String.class).map(String::strip);
            values.put(key, checked(key, readable(key, value.orElse(key.fallback))));
        }
        zone = zone(values.get(Key.ZONE));
        language = language(values.get(Key.LANGUAGE));
        transportKind = transportKind(values.get(Key.WAY));
        values.put(Key.PUBLIC_ADDRESS, HostelAddress.checked(values.get(Key.PUBLIC_ADDRESS)));
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
     * @throws CannotStart if one is invalid, naming it
     */
    public static HostelSettings current() {
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

    public static HostelSettings from(Config config) {
        return new HostelSettings(config);
    }

    public DataFolder data() {
        return data;
    }

    /** The hostel's time zone: a notice's last day ends at midnight there. */
    public ZoneId zone() {
        return zone;
    }

    /** The language of pages if neither the user nor the browser has asked for another. */
    public Language language() {
        return language;
    }

    /** The proxies whose forwarding headers are trusted. */
    public TrustedProxies trustedProxies() {
        return trustedProxies;
    }

    /** Which implementation writes frames. */
    public TransportKind transportKind() {
        return transportKind;
    }

    public String text(Key key) {
        return values.get(key);
    }

    public int number(Key key) {
        return Integer.parseInt(values.get(key));
    }

    public String databaseUrl() {
        var url = values.get(Key.DATABASE_URL);
        return url.isEmpty() ? "jdbc:sqlite:" + data.database() : url;
    }

    /** The SQLite file of {@link #databaseUrl()}. */
    public Path databaseFile() {
        return Path.of(databaseUrl().substring("jdbc:sqlite:".length()).replaceFirst("\\?.*", ""));
    }

    public boolean onSqlite() {
        return databaseUrl().startsWith("jdbc:sqlite:");
    }

    /** A JVM that was started in a locale without UTF-8 has decoded other scripts wrongly. */
    private static String readable(Key key, String value) {
        if (value.indexOf('\uFFFD') < 0) return value;
        throw new CannotStart(key.key + ": '" + value + "' can't be read in this locale; set LC_ALL=C.UTF-8.");
    }

    private static String checked(Key key, String value) {
        if (!key.isNumber()) return value;
        try {
            var number = Integer.parseInt(value);
            if (number >= key.least && number <= key.most) return value;
        } catch (NumberFormatException e) {
            // reported below, together with numbers out of range
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

    private static Language language(String tag) {
        return Language.of(tag)
                .filter(Language.offered()::contains)
                .orElseThrow(() -> new CannotStart("hostel.language: must be one of "
                        + Language.offered().stream().map(Language::tag).collect(Collectors.joining(", ")) + ", not '"
                        + tag + "'."));
    }

    private static TransportKind transportKind(String name) {
        return Arrays.stream(TransportKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new CannotStart("hostel.live.way: must be fastest, tyrus or standard, not '" + name + "'."));
    }
}
