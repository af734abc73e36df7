package org.hostelchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import org.hostelchat.support.HostelServer;

/** What a server's log says from a moment on that it should not: exceptions, stack traces, errors. */
final class Troubles {

    private static final Pattern TROUBLE = Pattern.compile("^\\s+at \\S+\\(.*\\)|Exception|Error\\b|SEVERE");

    private static final Pattern RECORD = Pattern.compile("(?m)^(?=\\d{4}-\\d\\d-\\d\\d )");

    /**
     * The server ends a line's request as soon as it has sent the close frame, and now and then stumbles over the answer, which
     * belongs to no request any more: in its own code, before any of ours, and the line is closed all the same.
     */
    private static final Pattern LATE_ANSWER =
            Pattern.compile("\\[(?:jakarta\\.enterprise\\.web\\.core|org\\.glassfish\\.grizzly\\.[\\w.]+)]"
                    + "[^\\n]*\\n[^\\n]*NullPointerException");

    private final HostelServer server;
    private final int from;

    private Troubles(HostelServer server) {
        this.server = server;
        this.from = server.log().text().length();
    }

    static Troubles from(HostelServer server) {
        return new Troubles(server);
    }

    void assertNone() {
        var records = RECORD.splitAsStream(server.log().text().substring(from));
        assertEquals(
                List.of(),
                records.filter(record -> !isLateAnswer(record))
                        .flatMap(String::lines)
                        .filter(line -> TROUBLE.matcher(line).find())
                        .limit(20)
                        .toList());
    }

    private static boolean isLateAnswer(String record) {
        return LATE_ANSWER.matcher(record).find() && !record.contains("org.hostelchat");
    }
}
