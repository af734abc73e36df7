package org.hostelchat.cli;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hostelchat.cli.roll.RollEntry;
import org.hostelchat.cli.text.CliWords;

/**
 * Goes through people one after another, giving each a new password, which is written as soon as the server has given it. Whatever stops
 * this on the way, the person at hand is finished, and who is left with a password that nobody knows is named at the end and by the exit
 * code.
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
     * What the counts say.
     *
     * @param counts key of how many were done, skipped and failed
     * @param again key of what to do after an interruption
     */
    record Wording(String counts, String again) {}

    RollRun(Invocation call, PasswordSheet sheet, Wording wording) {
        this.call = call;
        this.sheet = sheet;
        this.wording = wording;
    }

    /**
     * @param work what to do for one of them; its failures concern all the others too
     * @throws Failure if anybody was not done
     */
    void run(List<RollEntry> people, Function<RollEntry, Outcome> work) {
        call.interruption().delay();
        Optional<Failure> stopped = Optional.empty();
        for (RollEntry person : people) {
            if (call.interruption().isWanted()) {
                stopped = Optional.of(Failure.interrupted());
            } else {
                stopped = one(person, work);
            }
            if (stopped.isPresent()) {
                break;
            }
        }
        Optional<Failure> unended = end();
        report(people.size(), stopped.or(() -> unended));
    }

    /** Answers what stops all further work, if anything does. */
    private Optional<Failure> one(RollEntry person, Function<RollEntry, Outcome> work) {
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
            throw stopped.get().saying(words);
        }
        if (failed > 0) {
            throw Failure.refused(words);
        }
        call.terminal().complain(words);
    }

    /** For people: where somebody stands in the roll, and who it is. */
    private static String place(RollEntry person) {
        String who = person.name() + " (" + person.enrolmentNumber() + ")";
        return person.line() > 0 ? CliWords.text("roll.place", "line", person.line(), "who", who) : who;
    }
}
