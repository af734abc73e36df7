package org.hostelchat.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that one client did and saw, in its own order, in a room whose events it reads from a number on.
 * Thread-safe. Saved as a file with a line for each step, {@code sent ID}, {@code acknowledged ID SEQ}, {@code refused
 * ID}, {@code read SEQ WHAT}, so that a run can be checked and inspected after its server is gone.
 */
final class History {

    /** Something that a client did or saw. */
    sealed interface Step {
        /** It sent the post with this id, for the first time or again. */
        record Sent(String clientId) implements Step {}

        record Acknowledged(String clientId, long seq) implements Step {}

        /** It was told that a post was not stored, which it may send again. */
        record Refused(String clientId) implements Step {}

        /** @param what the client id of a post; for other events their kind and what they refer to */
        record Read(long seq, String what) implements Step {}
    }

    private final String owner;
    private final long base;
    private final List<Step> steps = new ArrayList<>();

    /** @param base the room's last number before the client connected */
    History(String owner, long base, Step... steps) {
        this.owner = owner;
        this.base = base;
        this.steps.addAll(List.of(steps));
    }

    String owner() {
        return owner;
    }

    long base() {
        return base;
    }

    synchronized void add(Step step) {
        steps.add(step);
    }

    synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The steps of one kind, in their order. */
    <S extends Step> List<S> steps(Class<S> kind) {
        return steps().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    void write(Path file) {
        var lines = Stream.concat(
                Stream.of("from " + base + " " + owner), steps().stream().map(History::line));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Step step) {
        if (step instanceof Step.Sent sent) return "sent " + sent.clientId();
        if (step instanceof Step.Refused refused) return "refused " + refused.clientId();
        if (step instanceof Step.Acknowledged answer) return "acknowledged " + answer.clientId() + " " + answer.seq();
        var read = (Step.Read) step;
        return "read " + read.seq() + " " + read.what();
    }

    static History read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var head = lines.get(0).split(" ", 3);
            var history = new History(head[2], Long.parseLong(head[1]));
            lines.stream().skip(1).map(History::step).forEach(history::add);
            return history;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Step step(String line) {
        var words = line.split(" ", 3);
        return switch (words[0]) {
            case "sent" -> new Step.Sent(words[1]);
            case "refused" -> new Step.Refused(words[1]);
            case "acknowledged" -> new Step.Acknowledged(words[1], Long.parseLong(words[2]));
            case "read" -> new Step.Read(Long.parseLong(words[1]), words[2]);
            default -> throw new IllegalArgumentException(line);
        };
    }
}
