package org.hostelchat.cli;

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
 * @param exact its value for a program
 * @param plain its value for people
 */
record Column(String key, String heading, Function<Json, String> exact, Function<Json, String> plain) {
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
        Function<Json, String> value = row -> row.text(key).orElse("");
        return new Column(key, heading, value, value);
    }

    /** A constant of the API such as STUDENT, in small letters for people. */
    static Column word(String key, String heading) {
        Function<Json, String> value = row -> row.text(key).orElse("");
        return new Column(key, heading, value, value.andThen(word -> word.toLowerCase(Locale.ROOT)));
    }

    static Column truth(String key, String heading) {
        return new Column(
                key, heading, row -> Boolean.toString(row.isTrue(key)), row -> row.isTrue(key) ? "yes" : "no");
    }

    /** Milliseconds of the API: an instant in UTC for programs, the time of this machine's zone for people. */
    static Column time(String key, String heading) {
        return new Column(
                key, heading, row -> instant(row, key).map(Instant::toString).orElse(""), row -> instant(row, key)
                        .map(LOCAL::format)
                        .orElse(""));
    }

    private static Optional<Instant> instant(Json row, String key) {
        return row.text(key)
                .filter(millis -> millis.matches("-?[0-9]{1,15}"))
                .map(Long::valueOf)
                .map(Instant::ofEpochMilli);
    }
}
