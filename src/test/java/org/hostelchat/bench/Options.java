package org.hostelchat.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The flags of a run. */
final class Options {

    static final String HELP =
            """
              --connected 500    connections in all
              --senders 50       of these post, in turn
              --rate 100         posts a second, in an open loop (latency)
              --window 20000     posts under way at a time, in a closed loop (saturate, acks)
              --seconds 20       measured, after --warmup 8
              --body 80          characters
              --stored 0         messages that are in the room beforehand
              --runs 1           repeated so often
              --servers hostel,bare   what is measured, one after the other
              --accounts 50      people, who share the connections
              --stalled 0        further connections that stop reading (latency)
              --coming 0         so many more come together, stay for 5 s and go, again and again (latency)
              --rooms 10000      rooms (rooms, campus)
              --each 30          in which every line listens (rooms, campus)
              --write 12         microseconds that a write to a line costs (rooms)
              --uploaders 50     people who upload a file of 25 MB at the same time (uploads)
              --speed 1000       of each of their lines, in kilobytes a second; 0 as fast as it goes (uploads)
              --nodes 1,2,3      how many servers, one arrangement after the other (nodes)
              --hints grid       what carries hints between them, or notify (nodes)
              --gc g1            the server's collector, or serial; a --jvm says it itself
              --jvm ""           the server's JVM options; those of payara/start if none are given""";

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("connected", "500"),
            Map.entry("senders", "50"),
            Map.entry("rate", "100"),
            Map.entry("window", "20000"),
            Map.entry("seconds", "20"),
            Map.entry("warmup", "8"),
            Map.entry("body", "80"),
            Map.entry("stored", "0"),
            Map.entry("runs", "1"),
            Map.entry("servers", "hostel,bare"),
            Map.entry("accounts", "50"),
            Map.entry("behind", "50"),
            Map.entry("stalled", "0"),
            Map.entry("coming", "0"),
            Map.entry("rooms", "10000"),
            Map.entry("each", "30"),
            Map.entry("write", "12"),
            Map.entry("uploaders", "50"),
            Map.entry("speed", "1000"),
            Map.entry("nodes", "1,2,3"),
            Map.entry("hints", "grid"),
            Map.entry("gc", "g1"),
            Map.entry("jvm", ""));

    private final Map<String, String> values = new HashMap<>(DEFAULTS);

    private Options() {}

    /** The flags after the scenario's name; ends the program at one that does not exist. */
    static Options parse(String... args) {
        Options options = new Options();
        for (int i = 1; i < args.length; i += 2) {
            String name = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (!DEFAULTS.containsKey(name) || i + 1 == args.length) {
                System.err.println("What is '" + args[i] + "'?\n" + HELP);
                System.exit(2);
            }
            options.values.put(name, args[i + 1]);
        }
        return options;
    }

    int number(String name) {
        return Integer.parseInt(values.get(name));
    }

    String text(String name) {
        return values.get(name);
    }

    List<String> servers() {
        return list("servers");
    }

    List<String> list(String name) {
        return List.of(values.get(name).split(",", -1));
    }
}
