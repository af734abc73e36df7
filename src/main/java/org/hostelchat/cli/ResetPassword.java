package org.hostelchat.cli;

import java.util.List;

/** Gives somebody who forgot their password a new initial one. */
final class ResetPassword implements Command {
    @Override
    public Usage usage() {
        return new Usage(
                "resetpassword",
                "Give somebody a new initial password",
                List.of(Flag.ENROLMENT),
                List.of(Help.PROGRAM + " resetpassword --enrolment 2025/CS/014"));
    }

    @Override
    public void run(Invocation call) {
        call.require(Flag.ENROLMENT);
        ApiClient api = call.api();
        String path = Person.path(call.value(Flag.ENROLMENT));
        Json user = api.get(path);
        String password = api.post(path + "/password-reset", Json.object())
                .text("initialPassword")
                .orElse("");
        call.result(
                user.with("initialPassword", Json.of(password)),
                Column.NEW_USER,
                Person.words(user) + " is signed out everywhere.",
                Registration.initialPassword(password));
    }
}
