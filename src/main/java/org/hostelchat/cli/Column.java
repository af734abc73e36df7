package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One column of a list.
 *
 * @param key its name in CSV
 * @param heading its name for people
 * @param exact its value for a program: text, a number, a truth value or an instant
 * @param plain its value for people
 */
record Column(String key, String heading, Function<JsonObject, Object> exact, Function<JsonObject, String> plain) {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    static final List<Column> USER = List.of(
            text("id", "Number"),
            text("name", "Name"),
            text("enrolmentNumber", "Enrolment"),
            word("role", "Role"),
            truth("active", "Active"),
            truth("mustChangePassword", "Must change"),
            time("createdAt", "Created"),
            time("lastSeenAt", "Last seen"));

    /** A user's row when a password was made, which is never shown again. */
    static final List<Column> NEW_USER = List.of(
            text("id", "Number"),
            text("name", "Name"),
            text("enrolmentNumber", "Enrolment"),
            word("role", "Role"),
            text("initialPassword", "Initial password"));

    static Column text(String key, String heading) {
        return new Column(key, heading, row -> JsonFields.value(row, key).orElse(""), row -> JsonFields.text(row, key)
                .orElse(""));
    }

    /** A constant of the API such as STUDENT, in small letters for people. */
    static Column word(String key, String heading) {
        Column text = text(key, heading);
        return new Column(key, heading, text.exact(), text.plain().andThen(word -> word.toLowerCase(Locale.ROOT)));
    }

    static Column truth(String key, String heading) {
        return new Column(
                key, heading, row -> JsonFields.isTrue(row, key), row -> JsonFields.isTrue(row, key) ? "yes" : "no");
    }

    /** Milliseconds of the API: an instant for programs, the time of this machine's zone for people. */
    static Column time(String key, String heading) {
        return new Column(key, heading, row -> instant(row, key).orElse(null), row -> instant(row, key)
                .map(LOCAL::format)
                .orElse(""));
    }

    /** A column of a roll, as the office named it. */
    static Column ofRoll(String heading) {
        Function<JsonObject, String> value = row -> Optional.ofNullable(row.getJsonObject("roll"))
                .flatMap(roll -> JsonFields.text(roll, heading))
                .orElse("");
        return new Column(heading, heading, value::apply, value);
    }

    private static Optional<Instant> instant(JsonObject row, String key) {
        return JsonFields.text(row, key)
                .filter(millis -> millis.matches("-?[0-9]{1,15}"))
                .map(Long::valueOf)
                .map(Instant::ofEpochMilli);
    }
}
