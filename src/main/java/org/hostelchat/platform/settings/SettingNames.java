package org.hostelchat.platform.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.hostelchat.launch.CannotStart;

/** Converts and checks the names of settings, as keys and as environment variables. */
final class SettingNames {

    /** Variables of the command line and the launcher. */
    private static final Set<String> OTHERS = Set.of(
            "HOSTEL_URL",
            "HOSTEL_TOKEN",
            "HOSTEL_PORT",
            "HOSTEL_ADDRESS",
            "HOSTEL_GC",
            "HOSTEL_JAVA_OPTS",
            "HOSTEL_TLS_KEYSTORE",
            "HOSTEL_CLUSTER_PORT",
            "HOSTEL_CLUSTER_INTERFACE");

    private SettingNames() {}

    /**
     * Rejects unknown settings: a mistyped name would otherwise be ignored silently.
     *
     * @throws CannotStart if a name looks like a setting of ours but is not one
     */
    static void refuseUnknown(Config config) {
        var known = Stream.of(HostelSettings.Key.values())
                .map(HostelSettings.Key::key)
                .collect(Collectors.toSet());
        var variables = known.stream().map(SettingNames::asVariable).collect(Collectors.toSet());
        variables.addAll(OTHERS);
        for (var name : config.getPropertyNames()) {
            var unknown = name.startsWith("hostel.")
                    ? !known.contains(name) && !variables.contains(asVariable(name))
                    : name.startsWith("HOSTEL_") && !variables.contains(name);
            if (unknown) throw new CannotStart(name + ": there is no such setting." + nearest(name, known));
        }
    }

    private static String nearest(String name, Set<String> known) {
        var words = Arrays.asList(name.toLowerCase(Locale.ROOT).split("[._-]"));
        return known.stream()
                .filter(key -> Arrays.stream(key.split("[.-]")).skip(1).anyMatch(words::contains))
                .findFirst()
                .map(key -> " Did you mean " + key + "?")
                .orElse("");
    }

    static String asVariable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
