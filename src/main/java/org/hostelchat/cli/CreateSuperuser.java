package org.hostelchat.cli;

import java.util.List;

/** Registers an admin. */
final class CreateSuperuser implements Command {
    @Override
    public Usage usage() {
        return new Usage(
                "createsuperuser",
                List.of(Flag.NAME, Flag.ENROLMENT, Flag.PASSWORD_STDIN),
                List.of(
                        Usage.PROGRAM + " createsuperuser",
                        Usage.PROGRAM + " createsuperuser --name 'R. Iyer' --enrolment W-1",
                        "printf '%s\\n' \"$PASSWORD\" | " + Usage.PROGRAM
                                + " createsuperuser --name 'R. Iyer' --enrolment W-1 --password-stdin"));
    }

    @Override
    public void run(Invocation call) {
        Registration.run(call, "ADMIN");
    }
}
