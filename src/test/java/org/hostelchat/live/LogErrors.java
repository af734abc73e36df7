package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import org.hostelchat.support.HostelServer;

/** What a server's log says from a moment on that it should not: exceptions, stack traces, errors. */
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
