package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.cli.text.CliWords;

/** A field of the API in which something is wrong or changes, named for people as the columns of lists are. */
final class Field {

    /** The titles of fields that no list calls by their own code. */
    private static final Map<String, String> TITLES = Map.of(
            "enrolmentNumber", "column.enrolment",
            "room", "column.living-in",
            "people", "column.people",
            "category", "column.category",
            "password", "column.password",
            "from", "column.from",
            "acknowledgeBy", "column.acknowledge-by");

    private Field() {}

    /** The name of the {@code field} of an object, for people; empty if there is none, or no word for it. */
    static Optional<String> name(JsonObject of) {
        return JsonFields.text(of, "field")
                .map(code -> CliWords.textOr(TITLES.getOrDefault(code, "column." + code), ""))
                .filter(name -> !name.isEmpty());
    }

    /** The {@code message} of an object after the name of its field. */
    static String message(JsonObject of) {
        String said = JsonFields.text(of, "message").orElse("");
        return name(of).map(name -> name + ": " + said).orElse(said);
    }
}
