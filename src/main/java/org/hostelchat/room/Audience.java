package org.hostelchat.room;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.text.Label;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.RegisterValues;
import org.hostelchat.user.Residence;

/**
 * Whom a room that follows the register is for: every named column must have one of its values. Values are compared as
 * the register does, whatever their case and script of digits. Every official is in such a room, too, because officials
 * read it in any case and write its announcements.
 *
 * @param columns the values as typed, in order; no column without values
 */
public record Audience(Map<RegisterColumn, List<String>> columns) {

    /** How many values one column may have. */
    static final int MOST_VALUES = 50;

    /** @throws Refusal.Unacceptable if no value is given, there are too many, or one is invalid */
    public Audience {
        var tidy = new EnumMap<RegisterColumn, List<String>>(RegisterColumn.class);
        columns.forEach((column, values) -> {
            if (!RegisterColumn.OF_GROUPS.contains(column)) throw wrong(Phrase.of("room.audience-column"));
            var byKey = new LinkedHashMap<String, String>();
            for (var value : values) add(byKey, column, Label.tidy(value));
            if (byKey.size() > MOST_VALUES) {
                throw wrong(Phrase.of("room.audience-too-many", "most", MOST_VALUES));
            }
            if (!byKey.isEmpty()) tidy.put(column, List.copyOf(byKey.values()));
        });
        if (tidy.isEmpty()) throw wrong(Phrase.of("room.audience-empty"));
        columns = tidy;
    }

    private static void add(Map<String, String> byKey, RegisterColumn column, String value) {
        if (value.isEmpty()) throw wrong(Phrase.of("room.audience-empty"));
        RegisterValues.problem(column, value).ifPresent(why -> {
            throw wrong(why);
        });
        byKey.putIfAbsent(Residence.key(value), value);
    }

    /**
     * @param columns by their codes, such as {@code wing}
     * @throws Refusal.Unacceptable if there is no such column; otherwise as the constructor
     */
    public static Audience of(Map<String, List<String>> columns) {
        var known = new EnumMap<RegisterColumn, List<String>>(RegisterColumn.class);
        columns.forEach((code, values) -> known.put(
                RegisterColumn.of(code).orElseThrow(() -> wrong(Phrase.of("room.audience-column"))),
                List.copyOf(values)));
        return new Audience(known);
    }

    static Refusal.Unacceptable wrong(Phrase why) {
        return new Refusal.Unacceptable("wrong-audience", "audience", why);
    }

    /** The keys of a column's values, by which the register compares. */
    Set<String> keys(RegisterColumn column) {
        return columns.get(column).stream().map(Residence::key).collect(Collectors.toSet());
    }

    /** Who is in the room, as a condition on {@code u}, with a parameter of each column's code. See {@link AudienceKeys}. */
    String condition() {
        var each = new ArrayList<String>();
        for (var column : columns.keySet()) {
            each.add("u.residence." + column.code() + "Key in :" + column.code());
        }
        return "u.active = true and (u.role = :admin or (" + String.join(" and ", each) + "))";
    }

    /** By codes, for clients. */
    public Map<String, List<String>> byCode() {
        var byCode = new LinkedHashMap<String, List<String>>();
        columns.forEach((column, values) -> byCode.put(column.code(), values));
        return byCode;
    }

    /** For the record, such as {@code wing: A, B; year: 1}. */
    @Override
    public String toString() {
        return columns.entrySet().stream()
                .map(entry -> entry.getKey().code() + ": " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** Whether it names the same values as another one, or neither is there. */
    static boolean isSame(Audience one, Audience other) {
        return Objects.equals(one == null ? null : one.toString(), other == null ? null : other.toString());
    }
}
