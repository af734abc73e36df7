package org.hostelchat.cli;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hostelchat.cli.roll.RollEntry;
import org.hostelchat.cli.text.CliWords;

/**
 * Processes people one after another and gives each a new password, which is written as soon as the server has returned
 * it. An interruption takes effect between two people. People whose new password was lost are listed at the end and
 * reported by the exit code.
 */
final class RollRun {
    private static final int MENTIONED = 100;

    private final Invocation call;
    private final PasswordSheet sheet;
    private final Wording wording;
    private final List<String> lost = new ArrayList<>();
    private int done;
    private int skipped;
    private int failed;

    /**
     * The texts of the summary.
     *
     * @param counts message key for how many were done, skipped and failed
     * @param again message key for how to continue after an interruption
     */
    record Wording(String counts, String again) {}

    RollRun(Invocation call, PasswordSheet sheet, Wording wording) {
        this.call = call;
        this.sheet = sheet;
        this.wording = wording;
    }

    /**
     * Processes the people.
     *
     * @param work processes one person; if it throws a Failure, the run stops
     * @throws Failure if anybody was not done
     */
    void run(List<RollEntry> people, Function<RollEntry, Outcome> work) {
        call.interruption().delay();
        Optional<Failure> stopped = Optional.empty();
        for (RollEntry person : people) {
            if (call.interruption().isWanted()) {
                stopped = Optional.of(Failure.interrupted());
            } else {
                stopped = process(person, work);
            }
            if (stopped.isPresent()) {
                break;
            }
        }
        Optional<Failure> unended = end();
        report(people.size(), stopped.or(() -> unended));
    }

    /** Processes one person. Returns the failure that stops the run, if any. */
    private Optional<Failure> process(RollEntry person, Function<RollEntry, Outcome> work) {
        try {
            Outcome outcome = work.apply(person);
            if (outcome instanceof Outcome.Done made) {
                done++;
                sheet.row(person, made.user());
            } else if (outcome instanceof Outcome.Skipped none) {
                skipped++;
                call.terminal().complain(place(person) + ": " + none.words());
            } else if (outcome instanceof Outcome.Failed not) {
                failed++;
                call.terminal().complain(place(person) + ": " + not.words());
            } else if (outcome instanceof Outcome.Lost known) {
                failed++;
                lost.add(place(person));
                call.terminal().complain(place(person) + ": " + known.words());
            }
            return Optional.empty();
        } catch (UncheckedIOException e) {
            lost.add(place(person));
            return Optional.of(Failure.refused(
                    CliWords.text("output-full", "why", e.getCause().getMessage())));
        } catch (Failure e) {
            if (e.isUncertain()) {
                lost.add(place(person));
            }
            return Optional.of(e);
        }
    }

    private Optional<Failure> end() {
        try {
            sheet.end();
            return Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.of(Failure.refused(
                    CliWords.text("output-full", "why", e.getCause().getMessage())));
        }
    }

    private void report(int people, Optional<Failure> stopped) {
        List<String> lines = new ArrayList<>();
        stopped.ifPresent(failure -> lines.add(failure.getMessage()));
        lines.add(CliWords.text(wording.counts(), "done", done, "skipped", skipped, "failed", failed, "people", people)
                + (stopped.isPresent() ? " " + CliWords.text(wording.again()) : ""));
        sheet.place().ifPresent(lines::add);
        if (!lost.isEmpty()) {
            lines.add(CliWords.text("lost.these"));
            lines.addAll(lost.subList(0, Math.min(MENTIONED, lost.size())));
            if (lost.size() > MENTIONED) {
                lines.add(CliWords.counted("lost.more", lost.size() - MENTIONED));
            }
        }
        String words = String.join("\n", lines);
        if (!lost.isEmpty()) {
            throw Failure.passwordsLost(words);
        }
        if (stopped.isPresent()) {
            throw stopped.get().withMessage(words);
        }
        if (failed > 0) {
            throw Failure.refused(words);
        }
        call.terminal().complain(words);
    }

    /** Line, name and number of an entry, for people. */
    private static String place(RollEntry person) {
        String who = person.name() + " (" + person.enrolmentNumber() + ")";
        return person.row() > 0 ? CliWords.text("roll.place", "line", person.row(), "who", who) : who;
    }
}
