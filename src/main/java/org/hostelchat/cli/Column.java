package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.hostelchat.cli.text.CliWords;

/**
 * A column of a list.
 *
 * @param key its name in CSV
 * @param title the message key of its heading for people; for a column of a roll, the heading itself
 * @param exact its value for programs: text, a number, a boolean or an instant
 * @param plain its value for people
 */
record Column(String key, String title, Function<JsonObject, Object> exact, Function<JsonObject, String> plain) {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    static final List<Column> USER = List.of(
            text("id", "column.number"),
            text("name", "column.name"),
            text("enrolmentNumber", "column.enrolment"),
            word("role", "column.role"),
            truth("active", "column.active"),
            truth("mustChangePassword", "column.must-change"),
            time("createdAt", "column.created"),
            time("lastSeenAt", "column.last-seen"),
            text("wing", "column.wing"),
            text("floor", "column.floor"),
            text("room", "column.living-in"),
            text("year", "column.year"),
            text("course", "column.course"),
            text("mess", "column.mess"),
            text("phone", "column.phone"),
            text("until", "column.last-day"));

    /** A user's row together with the new initial password, which the server shows only once. */
    static final List<Column> NEW_USER = List.of(
            text("id", "column.number"),
            text("name", "column.name"),
            text("enrolmentNumber", "column.enrolment"),
            word("role", "column.role"),
            text("initialPassword", "column.initial-password"));

    static Column text(String key, String title) {
        return new Column(key, title, row -> JsonFields.value(row, key).orElse(""), row -> JsonFields.text(row, key)
                .orElse(""));
    }

    /** A column of the API's constants, such as STUDENT, translated for people. */
    static Column word(String key, String title) {
        Column text = text(key, title);
        return new Column(key, title, text.exact(), text.plain().andThen(Column::inWords));
    }

    /** A constant of the API, translated; in lower case if there is no translation. */
    static String inWords(String constant) {
        String small = constant.toLowerCase(Locale.ROOT);
        return CliWords.textOr("word." + small, small);
    }

    /** The heading for people. */
    String heading() {
        return CliWords.textOr(title, title);
    }

    static Column truth(String key, String title) {
        return new Column(
                key,
                title,
                row -> JsonFields.isTrue(row, key),
                row -> JsonFields.isTrue(row, key) ? CliWords.text("yes") : CliWords.text("no"));
    }

    /** A column of the API's milliseconds: an instant for programs, local time for people. */
    static Column time(String key, String title) {
        return new Column(key, title, row -> instant(row, key).orElse(null), row -> instant(row, key)
                .map(LOCAL::format)
                .orElse(""));
    }

    /** A column of a roll, with its heading from the file. */
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
