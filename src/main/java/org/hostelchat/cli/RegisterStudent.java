package org.hostelchat.cli;

import java.util.List;
import java.util.stream.Stream;

/** Registers a student, or a whole roll of them. */
final class RegisterStudent implements Command {
    @Override
    public Usage usage() {
        return new Usage(
                "registerstudent",
                "Register a student, or a roll of students",
                Stream.concat(Stream.of(Flag.NAME, Flag.ENROLMENT, Flag.PASSWORD_STDIN), RollFlags.ALL.stream())
                        .toList(),
                List.of(
                        Usage.PROGRAM + " registerstudent --name 'Asha Rao' --enrolment 2025/CS/014",
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
        if (Stream.of(Flag.NAME, Flag.ENROLMENT, Flag.PASSWORD_STDIN).anyMatch(call.arguments()::has)) {
            throw Failure.wrongUse("--roll stands alone: names and numbers come from the file, passwords are made.");
        }
        var roll = RollFlags.read(call);
        new RollRegistration(call, roll).run();
    }
}
