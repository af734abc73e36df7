package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.hostelchat.cli.roll.Roll;
import org.hostelchat.cli.roll.RollEntry;
import org.hostelchat.cli.text.CliWords;

/** Registers the people of a roll. If it is run again, it skips those who are registered already. */
final class RollRegistration {
    private static final RollRun.Wording WORDING = new RollRun.Wording("register.counts", "register.again");

    private final Invocation call;
    private final Roll roll;
    private final ApiClient api;
    private int neverSeen;

    RollRegistration(Invocation call, Roll roll) {
        this.call = call;
        this.roll = roll;
        this.api = call.api();
    }

    /** @throws Failure if anybody could not be registered */
    void run() {
        PasswordSheet sheet = PasswordSheet.open(call, roll);
        sheet.expect(roll.entries().stream().map(RollRegistration::wanted).toList());
        try {
            new RollRun(call, sheet, WORDING).run(roll.entries(), this::register);
        } finally {
            hint();
        }
    }

    /** Skipped people who have never signed in may be those whose passwords an earlier run lost: says how to reset them. */
    private void hint() {
        if (neverSeen > 0) {
            call.terminal().complain(CliWords.counted("register.never-seen", neverSeen, "program", Usage.PROGRAM));
        }
    }

    private Outcome register(RollEntry entry) {
        try {
            return new Outcome.Done(api.post(Person.ALL, wanted(entry)));
        } catch (Failure e) {
            return outcome(entry, e);
        }
    }

    /** The outcome for an entry whose registration was not confirmed. */
    private Outcome outcome(RollEntry entry, Failure e) {
        if (e.concernsEveryCall()) {
            throw e;
        }
        String why = e.isUncertain()
                ? CliWords.text("register.not-stored")
                : e.getMessage().replace('\n', ' ');
        if (!e.isStatus(409) && !e.isUncertain()) {
            return new Outcome.Failed(CliWords.text("register.failed", "why", why));
        }
        Optional<JsonObject> same;
        try {
            same = samePerson(entry);
        } catch (Failure unknown) {
            if (unknown.concernsEveryCall()) {
                throw e.isUncertain() ? unknown.asUncertain() : unknown;
            }
            return e.isUncertain() ? new Outcome.Lost(notKnown()) : new Outcome.Failed(notKnown());
        }
        if (same.isEmpty()) {
            return new Outcome.Failed(CliWords.text("register.failed", "why", why));
        }
        boolean waits = JsonFields.isTrue(same.get(), "mustChangePassword");
        if (e.isUncertain() && waits) {
            return new Outcome.Lost(CliWords.text("register.password-lost"));
        }
        if (waits && Person.isNeverSeen(same.get())) {
            neverSeen++;
        }
        return new Outcome.Skipped(CliWords.text("register.skipped"));
    }

    /**
     * The user with this entry's number, if it is the same person, registered by this run or an earlier one.
     *
     * @throws Failure if the server does not tell
     */
    private Optional<JsonObject> samePerson(RollEntry entry) {
        try {
            return Optional.of(api.get(Person.path(entry.enrolmentNumber())))
                    .filter(found -> Person.isCalled(found, entry.name()));
        } catch (Failure e) {
            if (e.isStatus(404)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static String notKnown() {
        return CliWords.text("register.not-known");
    }

    private static JsonObject wanted(RollEntry entry) {
        return Person.registration(entry.name(), entry.enrolmentNumber(), "STUDENT");
    }
}
