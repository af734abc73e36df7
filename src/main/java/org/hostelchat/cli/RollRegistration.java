package org.hostelchat.cli;

import java.util.List;
import java.util.Optional;

/**
 * Registers a roll, one after another, printing each initial password as soon as the server has given it: if the line
 * breaks in the middle, what was done is on paper. Run again, it goes on where it stopped.
 */
final class RollRegistration {
    private static final String NOT_KNOWN =
            "it is not known whether they are registered now. If a list shows them, resetpassword gives them a password.";

    private final Invocation call;
    private final Roll roll;
    private int registered;
    private int known;
    private int failed;

    RollRegistration(Invocation call, Roll roll) {
        this.call = call;
        this.roll = roll;
    }

    /** @throws Failure if anybody could not be registered */
    void run() {
        ApiClient api = call.api();
        Output output = call.output(Column.NEW_USER);
        output.expect(roll.entries().stream().map(RollRegistration::wanted).toList());
        try {
            roll.entries().forEach(entry -> register(api, entry, output));
        } catch (Failure e) {
            output.end();
            throw e.followedBy(counts() + " Run it again to go on; who is registered is skipped.");
        }
        output.end();
        if (failed > 0) {
            throw Failure.refused(counts());
        }
        call.terminal().complain(counts());
    }

    private void register(ApiClient api, Roll.Entry entry, Output output) {
        try {
            output.page(List.of(api.post(Person.ALL, wanted(entry))));
            registered++;
        } catch (Failure e) {
            String outcome = outcome(api, entry, e);
            call.terminal().complain(place(entry) + outcome);
        }
    }

    /** What became of a line that was not simply registered. */
    private String outcome(ApiClient api, Roll.Entry entry, Failure e) {
        if (e.concernsEveryCall()) {
            throw e.isUncertain() ? e.followedBy(place(entry) + NOT_KNOWN) : e;
        }
        String why = e.isUncertain()
                ? "the server could not store it."
                : e.getMessage().replace('\n', ' ');
        if (!e.isStatus(409) && !e.isUncertain()) {
            return failed("not registered: " + why);
        }
        Optional<Json> same;
        try {
            same = samePerson(api, entry);
        } catch (Failure unknown) {
            if (unknown.concernsEveryCall()) {
                throw unknown.followedBy(place(entry) + NOT_KNOWN);
            }
            return failed(NOT_KNOWN);
        }
        if (same.isEmpty()) {
            return failed("not registered: " + why);
        }
        if (e.isUncertain() && same.get().isTrue("mustChangePassword")) {
            return failed(
                    "registered, but the initial password was lost on the way: resetpassword gives them another.");
        }
        known++;
        return "already registered; skipped.";
    }

    private String failed(String words) {
        failed++;
        return words;
    }

    private static String place(Roll.Entry entry) {
        return "Line " + entry.line() + ", " + entry.name() + " (" + entry.enrolmentNumber() + "): ";
    }

    /**
     * Who has this number, if that is the person of this line, from an earlier run or from this one.
     *
     * @throws Failure if that can't be found out
     */
    private static Optional<Json> samePerson(ApiClient api, Roll.Entry entry) {
        try {
            return Optional.of(api.get(Person.path(entry.enrolmentNumber())))
                    .filter(found -> found.text("name").orElse("").equals(entry.name()));
        } catch (Failure e) {
            if (e.isStatus(404)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Json wanted(Roll.Entry entry) {
        return Person.registration(entry.name(), entry.enrolmentNumber(), "STUDENT");
    }

    private String counts() {
        return registered + " registered, " + known + " already there, " + failed + " failed, of "
                + roll.entries().size() + ".";
    }
}
