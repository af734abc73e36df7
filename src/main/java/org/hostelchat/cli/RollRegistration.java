package org.hostelchat.cli;

import java.util.List;

/**
 * Registers a roll, one after another, printing each initial password as soon as the server has given it: if the line
 * breaks in the middle, what was done is on paper. Run again, it goes on where it stopped.
 */
final class RollRegistration {
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
            if (e.concernsEveryCall()) {
                throw e;
            }
            boolean there = (e.isStatus(409) || e.isUncertain()) && isSame(api, entry);
            String reason;
            if (there && e.isUncertain()) {
                failed++;
                reason = "registered, but the initial password was lost on the way: resetpassword gives them another.";
            } else if (there) {
                known++;
                reason = "already registered; skipped.";
            } else {
                failed++;
                reason = "not registered: " + e.getMessage().replace('\n', ' ');
            }
            call.terminal()
                    .complain("Line " + entry.line() + ", " + entry.name() + " (" + entry.enrolmentNumber() + "): "
                            + reason);
        }
    }

    /** Whether who has this number is the person of this line, from an earlier run. */
    private static boolean isSame(ApiClient api, Roll.Entry entry) {
        try {
            return api.get(Person.path(entry.enrolmentNumber()))
                    .text("name")
                    .orElse("")
                    .equals(entry.name());
        } catch (Failure e) {
            if (e.concernsEveryCall()) {
                throw e;
            }
            return false;
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
