package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hostelchat.cli.roll.EnrolmentNumber;
import org.hostelchat.cli.text.CliWords;

/**
 * Finds the author whose messages are listed, by enrolment number or by name. A mistyped author is an error: an empty
 * list would look as if they had written nothing.
 */
final class Author {
    private static final int MENTIONED = 5;

    private final ApiClient api;

    Author(ApiClient api) {
        this.api = api;
    }

    /**
     * The enrolment number of the given author.
     *
     * @throws Failure refused, if nobody has this number or name, or several people have this name
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
            throw Failure.refused(CliWords.text("author.several", "name", typed, "people", listed(named)));
        }
        throw Failure.refused(CliWords.text("author.nobody", "name", typed)
                + (found.isEmpty() ? "" : "\n" + CliWords.text("author.alike", "people", listed(found))));
    }

    private static String listed(List<JsonObject> people) {
        String listed = people.stream().limit(MENTIONED).map(Person::words).collect(Collectors.joining(", "));
        return people.size() > MENTIONED ? CliWords.text("author.and-others", "people", listed) : listed;
    }
}
