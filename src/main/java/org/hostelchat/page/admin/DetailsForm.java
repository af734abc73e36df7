package org.hostelchat.page.admin;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.hostelchat.language.Language;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.User;

/** The register's columns as fields of a form, by their codes. */
final class DetailsForm {

    private static final String UNTIL = RegisterColumn.UNTIL.code();

    private DetailsForm() {}

    /** As {@link #of(User)}, with the last day as the language writes it. */
    static Map<String, String> shown(User user, Language language) {
        var fields = of(user);
        fields.computeIfPresent(UNTIL, (code, day) -> WrittenDay.shown(day, language));
        return fields;
    }

    /** Fields with a user's values as they are stored; empty ones for null. */
    static Map<String, String> of(User user) {
        var fields = new HashMap<String, String>();
        for (var column : RegisterColumn.values()) {
            var value = user == null ? null : user.detail(column);
            fields.put(column.code(), value == null ? "" : value);
        }
        return fields;
    }

    /** The typed values of all columns, with the last day in the form that is stored if it is understood. */
    static Map<RegisterColumn, String> typed(Map<String, String> fields, Language language) {
        var typed = new EnumMap<RegisterColumn, String>(RegisterColumn.class);
        for (var column : RegisterColumn.values()) typed.put(column, value(fields, column));
        typed.computeIfPresent(RegisterColumn.UNTIL, (column, day) -> WrittenDay.iso(day, language));
        return typed;
    }

    private static String value(Map<String, String> fields, RegisterColumn column) {
        var value = fields.get(column.code());
        return value == null ? "" : value.strip();
    }
}
