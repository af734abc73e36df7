package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.hostelchat.cli.roll.EnrolmentNumber;
import org.hostelchat.cli.text.CliWords;

/** Helpers for users in the API's JSON. */
final class Person {
    static final String ALL = "/api/users";

    private Person() {}

    /**
     * The API's path of a person.
     *
     * @throws Failure refused, if nobody can have this number because it would change the path
     */
    static String path(String enrolmentNumber) {
        String number = EnrolmentNumber.normal(enrolmentNumber);
        if (!EnrolmentNumber.isValid(number)) {
            throw Failure.refused(CliWords.text("person.no-number", "number", number));
        }
        return ALL + "/" + number;
    }

    /** Name and enrolment number, for people. */
    static String words(JsonObject user) {
        return JsonFields.text(user, "name").orElse("?") + " (" + number(user) + ")";
    }

    static String number(JsonObject user) {
        return JsonFields.text(user, "enrolmentNumber").orElse("?");
    }

    /** Whether they have never signed in, so that only their initial password opens the account. */
    static boolean isNeverSeen(JsonObject user) {
        return JsonFields.text(user, "lastSeenAt").isEmpty();
    }

    /** Whether this is the user's name, ignoring case, blanks and Unicode normal form. */
    static boolean isCalled(JsonObject user, String name) {
        return key(JsonFields.text(user, "name").orElse("")).equals(key(name));
    }

    private static String key(String name) {
        String spaced = Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("(?U)\\s+", " ");
        return Normalizer.normalize(spaced.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /** The body of the API call that registers a person. */
    static JsonObject registration(String name, String enrolmentNumber, String role) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("enrolmentNumber", enrolmentNumber);
        fields.put("role", role);
        return JsonFields.object(fields);
    }
}
