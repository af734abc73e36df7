package org.hostelchat.launch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The options for starting the server: flags, else environment variables, else defaults.
 *
 * @param further options for Payara Micro, given after {@code --}
 */
record Options(Map<Flag, String> values, List<String> further) {

    /** A flag, its environment variable and its default. */
    enum Flag {
        PORT("--port", "HOSTEL_PORT", "8080"),
        ADDRESS("--address", "HOSTEL_ADDRESS", "0.0.0.0"),
        DATA("--data", "HOSTEL_DATA", "./data"),
        TLS_PORT("--tls-port", "HOSTEL_TLS_PORT", ""),
        TLS_KEYSTORE("--tls-keystore", "HOSTEL_TLS_KEYSTORE", ""),
        MEMBERS("--members", "HOSTEL_CLUSTER_MEMBERS", ""),
        CLUSTER_PORT("--cluster-port", "HOSTEL_CLUSTER_PORT", "6900"),
        CLUSTER_INTERFACE("--cluster-interface", "HOSTEL_CLUSTER_INTERFACE", "");

        private final String word;
        private final String variable;
        private final String fallback;

        Flag(String word, String variable, String fallback) {
            this.word = word;
            this.variable = variable;
            this.fallback = fallback;
        }

        String word() {
            return word;
        }

        String variable() {
            return variable;
        }
    }

    /** What Java decodes a byte to that is invalid in the locale's encoding. */
    private static final char UNREADABLE = '\uFFFD';

    /** @throws WrongUse if a flag is unknown, or its value missing or invalid */
    static Options of(List<String> words, Map<String, String> environment) {
        var values = new EnumMap<Flag, String>(Flag.class);
        for (var flag : Flag.values()) values.put(flag, value(environment, flag));
        var index = 0;
        while (index < words.size() && !words.get(index).equals("--")) index = take(words, index, values);
        var options = new Options(values, words.subList(Math.min(index + 1, words.size()), words.size()));
        options.check();
        return options;
    }

    private static String value(Map<String, String> environment, Flag flag) {
        var told = environment.getOrDefault(flag.variable(), "").strip();
        return told.isEmpty() ? flag.fallback : told;
    }

    /** @return the index of the next word */
    private static int take(List<String> words, int index, Map<Flag, String> values) {
        var word = words.get(index);
        var equals = word.indexOf('=');
        var name = equals < 0 ? word : word.substring(0, equals);
        var flag = Stream.of(Flag.values())
                .filter(each -> each.word.equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongUse("unknown flag " + word + " (--help lists them)"));
        if (equals < 0 && index + 1 == words.size()) throw new WrongUse(name + " needs a value");
        values.put(flag, equals < 0 ? words.get(index + 1) : word.substring(equals + 1));
        return index + (equals < 0 ? 2 : 1);
    }

    private void check() {
        values.forEach((flag, value) -> {
            if (value.indexOf(UNREADABLE) < 0) return;
            throw new WrongUse(flag.word + ": '" + value + "' can't be read in this locale; set LC_ALL=C.UTF-8");
        });
        port(Flag.PORT);
        if (hasTls() && port(Flag.TLS_PORT) == port(Flag.PORT)) {
            throw new WrongUse("--tls-port and --port can't be the same port, " + port(Flag.PORT));
        }
    }

    boolean hasTls() {
        return !get(Flag.TLS_PORT).isEmpty();
    }

    String get(Flag flag) {
        return values.get(flag);
    }

    int port(Flag flag) {
        var value = get(flag);
        var number = value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : 0;
        if (number < 1 || number > 65_535)
            throw new WrongUse(flag.word + " is a port, 1 to 65535, not '" + value + "'");
        return number;
    }
}
