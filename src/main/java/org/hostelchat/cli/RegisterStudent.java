package org.hostelchat.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Registers a student, or a whole roll of them. */
final class RegisterStudent implements Command {
    private static final Flag ROLL =
            new Flag("--roll", "FILE.csv", "register everybody in this file, whose first line is name,enrolment");

    @Override
    public Usage usage() {
        return new Usage(
                "registerstudent",
                "Register a student, or a roll of students",
                List.of(Flag.NAME, Flag.ENROLMENT, Flag.PASSWORD_STDIN, ROLL),
                List.of(
                        Help.PROGRAM + " registerstudent --name 'Asha Rao' --enrolment 2025/CS/014",
                        Help.PROGRAM + " registerstudent --roll freshers.csv",
                        Help.PROGRAM + " --csv registerstudent --roll freshers.csv > passwords.csv"));
    }

    @Override
    public void run(Invocation call) {
        Optional<String> file = call.arguments().value(ROLL);
        if (file.isEmpty()) {
            Registration.run(call, "STUDENT");
            return;
        }
        if (Stream.of(Flag.NAME, Flag.ENROLMENT, Flag.PASSWORD_STDIN).anyMatch(call.arguments()::has)) {
            throw Failure.wrongUse("--roll stands alone: names and numbers come from the file, passwords are made.");
        }
        new RollRegistration(call, Roll.read(file.get())).run();
    }
}
