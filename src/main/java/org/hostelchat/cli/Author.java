package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hostelchat.cli.roll.EnrolmentNumber;

/** Whose messages are asked for: somebody by enrolment number, or by name. A list that is empty because of a slip would look like silence. */
final class Author {
    private static final int MENTIONED = 5;

    private final ApiClient api;

    Author(ApiClient api) {
        this.api = api;
    }

    /**
     * The enrolment number of the person that was typed.
     *
     * @throws Failure refused, if there is nobody of this number or name, or several of this name
     */
    String number(String typed) {
        return byNumber(typed.strip()).orElseGet(() -> byName(typed.strip()));
    }

    private Optional<String> byNumber(String text) {
        String typed = EnrolmentNumber.normal(text);
        if (!EnrolmentNumber.isValid(typed)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Person.number(api.get(Person.path(typed))));
        } catch (Failure e) {
            if (e.isStatus(404)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private String byName(String typed) {
        List<JsonObject> found = api.firstPage(Person.ALL, Map.of("text", typed));
        List<JsonObject> named =
                found.stream().filter(user -> Person.isCalled(user, typed)).toList();
        if (named.size() == 1) {
            return Person.number(named.get(0));
        }
        if (named.size() > 1) {
            throw Failure.refused(
                    "Several people are called " + typed + ": " + listed(named) + ".\nSay which by the number.");
        }
        throw Failure.refused("Nobody has the number or name '" + typed + "'."
                + (found.isEmpty() ? "" : "\nAlike: " + listed(found) + "."));
    }

    private static String listed(List<JsonObject> people) {
        return people.stream().limit(MENTIONED).map(Person::words).collect(Collectors.joining(", "))
                + (people.size() > MENTIONED ? " and others" : "");
    }
}
