package org.hostelchat.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The network sockets of a process, as Linux lists them in /proc. */
public final class Sockets {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTENS = "0A";

    /**
     * Loopback addresses in the notation of /proc: 127.x.y.z, the same mapped to IPv6, ::1, and the unspecified
     * address.
     */
    private static final Pattern AT_HOME =
            Pattern.compile("[0-9A-F]{6}7F|0{16}FFFF0000[0-9A-F]{6}7F|0{24}01000000|0{16}FFFF0{12}|0+");

    private Sockets() {}

    /** Whether this system has the list. */
    public static boolean known() {
        return Files.exists(PROC.resolve("net/tcp"));
    }

    /** The ports on which the process listens, such as {@code tcp:8080}. */
    public static Set<String> listening(long pid) {
        Set<String> ports = new HashSet<>();
        for (Row row : rows(pid)) {
            if (row.state.equals(LISTENS) || row.protocol.equals("udp")) {
                ports.add(row.protocol + ":" + Integer.parseInt(row.local.substring(row.local.indexOf(':') + 1), 16));
            }
        }
        return ports;
    }

    /** The addresses on which the process listens at this TCP port, in the kernel's notation. */
    public static Set<String> addresses(long pid, int port) {
        String end = String.format(":%04X", port);
        Set<String> addresses = new HashSet<>();
        for (Row row : rows(pid)) {
            if (row.state.equals(LISTENS) && row.local.endsWith(end)) {
                addresses.add(row.local.substring(0, row.local.length() - end.length()));
            }
        }
        return addresses;
    }

    /** The addresses of other machines to which the process is connected or connecting, in the kernel's notation. */
    public static Set<String> abroad(long pid) {
        Set<String> hosts = new HashSet<>();
        for (Row row : rows(pid)) {
            String host = row.remote.substring(0, row.remote.indexOf(':'));
            if (!AT_HOME.matcher(host).matches()) {
                hosts.add(row.protocol + " " + row.remote);
            }
        }
        return hosts;
    }

    private record Row(String protocol, String local, String remote, String state) {}

    private static List<Row> rows(long pid) {
        Set<String> own = inodes(pid);
        List<Row> rows = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            Path file = PROC.resolve(Long.toString(pid)).resolve("net").resolve(table);
            try (Stream<String> lines = Files.lines(file)) {
                lines.skip(1).map(line -> line.strip().split("\\s+", -1)).forEach(columns -> {
                    if (own.contains(columns[9])) {
                        rows.add(new Row(table.replace("6", ""), columns[1], columns[2], columns[3]));
                    }
                });
            } catch (IOException noSuchTable) {
                // A kernel without IPv6.
            }
        }
        return rows;
    }

    private static Set<String> inodes(long pid) {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> descriptors =
                Files.list(PROC.resolve(Long.toString(pid)).resolve("fd"))) {
            descriptors.forEach(descriptor -> {
                try {
                    String what = Files.readSymbolicLink(descriptor).toString();
                    if (what.startsWith("socket:[")) {
                        inodes.add(what.substring(8, what.length() - 1));
                    }
                } catch (IOException closed) {
                    // Closed since it was listed.
                }
            });
        } catch (IOException gone) {
            // The process has ended.
        }
        return inodes;
    }
}
