package org.hostelchat.user;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Violations;
import org.hostelchat.text.Characters;
import org.hostelchat.text.Label;

/** The rules for values of the register's columns. */
public final class RegisterValues {

    public static final int LONGEST = 64;

    private RegisterValues() {}

    /** The forms that are stored; an empty value deletes. */
    public static Map<RegisterColumn, String> normal(Map<RegisterColumn, String> typed) {
        var normal = new EnumMap<RegisterColumn, String>(RegisterColumn.class);
        typed.forEach((column, value) -> normal.put(column, Label.tidy(value)));
        return normal;
    }

    /** Adds the violations of values in their normal forms, by the columns' codes. */
    static void check(Map<RegisterColumn, String> values, Violations violations) {
        values.forEach((column, value) -> violations.check(column.code(), problem(column, value)));
    }

    /** What is wrong with a value in its normal form, for people; empty if nothing. */
    public static Optional<Phrase> problem(RegisterColumn column, String value) {
        if (value.isEmpty()) return Optional.empty();
        if (column == RegisterColumn.UNTIL) {
            return isDay(value) ? Optional.empty() : Optional.of(Phrase.of("user.until-no-day"));
        }
        if (value.codePointCount(0, value.length()) > LONGEST) {
            return Optional.of(Phrase.of("user.value-too-long", "most", LONGEST));
        }
        if (value.codePoints().anyMatch(Names::isForbidden) || !Characters.showsSomething(value)) {
            return Optional.of(Phrase.of("user.value-forbidden"));
        }
        return Optional.empty();
    }

    private static boolean isDay(String value) {
        try {
            // Days are compared as text, so the year must have four digits.
            return value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                    && LocalDate.parse(value).getYear() >= 1900;
        } catch (DateTimeException noDay) {
            return false;
        }
    }
}
