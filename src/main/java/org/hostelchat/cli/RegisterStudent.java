package org.hostelchat.cli;

import java.util.List;
import java.util.stream.Stream;
import org.hostelchat.cli.text.CliWords;

/** Registers a student, or all students of a roll. */
final class RegisterStudent implements Command {
    @Override
    public Usage usage() {
        return new Usage(
                "registerstudent",
                Stream.of(List.of(Flag.NAME, Flag.ENROLMENT, Flag.PASSWORD_STDIN), Flag.DETAILS, RollFlags.ALL)
                        .flatMap(List::stream)
                        .toList(),
                List.of(
                        Usage.PROGRAM + " registerstudent --name 'Asha Rao' --enrolment 2025/CS/014",
                        Usage.PROGRAM
                                + " registerstudent --name 'Asha Rao' --enrolment 2025/CS/014 --wing A --room 204",
                        Usage.PROGRAM + " registerstudent --roll freshers.csv --out passwords.csv",
                        Usage.PROGRAM
                                + " registerstudent --roll list.csv --number-column 'Form No.' --out passwords.csv",
                        Usage.PROGRAM + " --csv registerstudent --roll freshers.csv > passwords.csv"));
    }

    @Override
    public void run(Invocation call) {
        if (!call.arguments().has(RollFlags.ROLL)) {
            RollFlags.requireNone(call.arguments());
            Registration.run(call, "STUDENT");
            return;
        }
        if (Stream.concat(Stream.of(Flag.NAME, Flag.ENROLMENT, Flag.PASSWORD_STDIN), Flag.DETAILS.stream())
                .anyMatch(call.arguments()::has)) {
            throw Failure.wrongUse(CliWords.text("use.roll-alone"));
        }
        var roll = RollFlags.read(call);
        new RollRegistration(call, roll).run();
    }
}
