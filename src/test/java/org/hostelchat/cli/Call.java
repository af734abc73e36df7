package org.hostelchat.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One call of the command line in this JVM, with what it is told and what comes out. */
final class Call {
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String input = "";
    private Prompt prompt;
    private OutputStream sink = out;

    static Call to(StubServer server) {
        return new Call().with("HOSTEL_URL", server.url()).with("HOSTEL_TOKEN", "secret");
    }

    Call with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Call input(String text) {
        input = text;
        return this;
    }

    Call output(OutputStream other) {
        sink = other;
        return this;
    }

    /** Somebody at a terminal who answers this, in turn, and then closes it. */
    Call answering(String... answers) {
        Deque<String> left = new ArrayDeque<>(List.of(answers));
        prompt = new Prompt() {
            @Override
            public String line(String question) {
                return left.poll();
            }

            @Override
            public String secret(String question) {
                return left.poll();
            }
        };
        return this;
    }

    Exit run(String... words) {
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return new CommandLine(new Terminal(in, sink, err, prompt), environment, Path.of("nowhere/payara")).run(words);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
