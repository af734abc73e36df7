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
    private boolean toFile;
    private int interruptedAfter = Integer.MAX_VALUE;

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

    /** As {@code > file} has it. */
    Call intoFile() {
        toFile = true;
        return this;
    }

    /** Ctrl-C while this one of several people is at hand. */
    Call interruptedAfter(int people) {
        interruptedAfter = people;
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
        Terminal terminal = new Terminal(in, sink, () -> toFile, err, prompt);
        return new CommandLine(terminal, interruption(terminal), environment, Path.of("nowhere/payara")).run(words);
    }

    private Interruption interruption(Terminal terminal) {
        return new Interruption(terminal) {
            private int asked;

            @Override
            void delay() {
                // This process does not end.
            }

            @Override
            boolean isWanted() {
                return asked++ >= interruptedAfter;
            }
        };
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
