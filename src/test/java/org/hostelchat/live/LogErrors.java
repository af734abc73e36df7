package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import org.hostelchat.support.HostelServer;

/** Finds exceptions, stack traces and errors in a server's log from a moment on. */
final class LogErrors {

    private static final Pattern TROUBLE = Pattern.compile("^\\s+at \\S+\\(.*\\)|Exception|Error\\b|SEVERE");

    private final HostelServer server;
    private final int from;

    private LogErrors(HostelServer server) {
        this.server = server;
        this.from = server.log().text().length();
    }

    static LogErrors from(HostelServer server) {
        return new LogErrors(server);
    }

    void assertNone() {
        assertEquals(
                List.of(),
                server.log()
                        .text()
                        .substring(from)
                        .lines()
                        .filter(line -> TROUBLE.matcher(line).find())
                        .limit(20)
                        .toList());
    }
}
