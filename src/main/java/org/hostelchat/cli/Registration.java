package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.hostelchat.cli.text.CliWords;

/** Registers one person from the command's flags, with the given password or one that the server generates. */
final class Registration {
    private Registration() {}

    /** @param role STUDENT or ADMIN */
    static void run(Invocation call, String role) {
        call.require(Flag.NAME, Flag.ENROLMENT);
        JsonObject wanted =
                withDetails(call, Person.registration(call.value(Flag.NAME), call.value(Flag.ENROLMENT), role));
        Optional<String> password = password(call, role);
        JsonObject user = call.api()
                .post(
                        Person.ALL,
                        password.map(text -> JsonFields.with(wanted, "password", text))
                                .orElse(wanted));
        String registered = CliWords.text(
                "register.done",
                "person",
                Person.words(user),
                "number",
                JsonFields.text(user, "id").orElse("?"));
        Optional<String> initial = JsonFields.text(user, "initialPassword");
        if (initial.isPresent()) {
            call.result(user, Column.NEW_USER, registered, initialPassword(initial.get()));
        } else {
            call.result(user, Column.NEW_USER, registered);
        }
    }

    private static JsonObject withDetails(Invocation call, JsonObject person) {
        JsonObject wanted = person;
        for (Flag flag : Flag.DETAILS) {
            Optional<String> value = call.arguments().value(flag);
            if (value.isPresent()) {
                wanted = JsonFields.with(wanted, flag.name().substring(2), value.get());
            }
        }
        return wanted;
    }

    static String initialPassword(String password) {
        return CliWords.text("password.initial", "password", password);
    }

    /** At the prompt, an admin may choose a password; a student always gets a generated one. */
    private static Optional<String> password(Invocation call, String role) {
        if (call.arguments().has(Flag.PASSWORD_STDIN)) {
            return Optional.of(call.passwordLine());
        }
        return call.hasAsked() && role.equals("ADMIN") ? chosen(call.terminal()) : Optional.empty();
    }

    private static Optional<String> chosen(Terminal terminal) {
        String first = terminal.askSecret(CliWords.text("ask.password"));
        if (!first.isEmpty() && !first.equals(terminal.askSecret(CliWords.text("ask.password-again")))) {
            throw Failure.wrongUse(CliWords.text("password.not-the-same"));
        }
        return first.isEmpty() ? Optional.empty() : Optional.of(first);
    }
}
