package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.cli.roll.Roll;
import org.hostelchat.cli.roll.RollEntry;
import org.hostelchat.cli.text.CliWords;

/**
 * Gives many people new initial passwords: those of a roll, or those who have never signed in, or those of a roll who
 * have never signed in.
 */
final class RollReset {
    private static final RollRun.Wording WORDING = new RollRun.Wording("reset.counts", "reset.again");

    private final Invocation call;
    private final boolean onlyNeverSeen;
    private final ApiClient api;

    RollReset(Invocation call, boolean onlyNeverSeen) {
        this.call = call;
        this.onlyNeverSeen = onlyNeverSeen;
        this.api = call.api();
    }

    /** @throws Failure if anybody could not be reset */
    void run(Roll roll) {
        Map<String, JsonObject> register = register();
        reset(roll, register);
    }

    /**
     * Resets all active students of the register who have never signed in.
     *
     * @throws Failure if anybody could not be reset
     */
    void runForRegister() {
        Map<String, JsonObject> register = register();
        List<RollEntry> people = register.values().stream()
                .filter(user -> Person.isNeverSeen(user) && JsonFields.isTrue(user, "active"))
                .filter(user -> JsonFields.text(user, "role").equals(Optional.of("STUDENT")))
                .map(user ->
                        new RollEntry(0, JsonFields.text(user, "name").orElse("?"), Person.number(user), List.of()))
                .toList();
        if (people.isEmpty()) {
            call.terminal().complain(CliWords.text("reset.nobody"));
            return;
        }
        reset(new Roll(List.of(), people, List.of()), register);
    }

    private void reset(Roll roll, Map<String, JsonObject> register) {
        confirm(roll, register);
        PasswordSheet sheet = PasswordSheet.open(call, roll);
        sheet.expect(roll.entries().stream()
                .flatMap(entry -> Optional.ofNullable(register.get(key(entry.enrolmentNumber()))).stream())
                .toList());
        new RollRun(call, sheet, WORDING).run(roll.entries(), entry -> reset(entry, register));
    }

    /** Only at a terminal; scripts are not asked. */
    private void confirm(Roll roll, Map<String, JsonObject> register) {
        if (!call.terminal().canAsk() || call.arguments().has(Flag.YES)) {
            return;
        }
        long people = roll.entries().stream()
                .map(entry -> register.get(key(entry.enrolmentNumber())))
                .filter(user -> user != null && (!onlyNeverSeen || Person.isNeverSeen(user)))
                .count();
        call.terminal()
                .complain(CliWords.text(
                        "reset.whom", "count", people, "people", roll.entries().size()));
        call.terminal().confirm();
    }

    /** All users by lower-case number: one list costs less than hundreds of single requests. */
    private Map<String, JsonObject> register() {
        Map<String, JsonObject> register = new LinkedHashMap<>();
        api.eachPage(Person.ALL, Map.of(), page -> page.forEach(user -> register.put(key(Person.number(user)), user)));
        return register;
    }

    private static String key(String number) {
        return number.toLowerCase(Locale.ROOT);
    }

    private Outcome reset(RollEntry entry, Map<String, JsonObject> register) {
        JsonObject user = register.get(key(entry.enrolmentNumber()));
        if (user == null) {
            return new Outcome.Failed(CliWords.text("reset.nobody-has-number"));
        }
        if (!Person.isCalled(user, entry.name())) {
            return new Outcome.Failed(CliWords.text("reset.belongs-to", "person", Person.words(user)));
        }
        if (onlyNeverSeen && !Person.isNeverSeen(user)) {
            return new Outcome.Skipped(CliWords.text("reset.skipped"));
        }
        try {
            JsonObject made =
                    api.post(Person.path(Person.number(user)) + "/password-reset", JsonFields.object(Map.of()));
            return new Outcome.Done(JsonFields.with(
                    user,
                    "initialPassword",
                    JsonFields.text(made, "initialPassword").orElse("")));
        } catch (Failure e) {
            if (e.concernsEveryCall()) {
                throw e;
            }
            return e.isUncertain()
                    ? new Outcome.Lost(CliWords.text("reset.not-known"))
                    : new Outcome.Failed(
                            CliWords.text("reset.failed", "why", e.getMessage().replace('\n', ' ')));
        }
    }
}
