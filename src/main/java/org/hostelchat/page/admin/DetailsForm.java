package org.hostelchat.page.admin;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.hostelchat.language.Phrase;
import org.hostelchat.page.Parameters;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.user.RegisterColumn;
import org.hostelchat.user.User;

/** The register's columns as fields of a form, by their codes. */
final class DetailsForm {

    private DetailsForm() {}

    /** Fields with a user's values; empty ones for null. */
    static Map<String, String> of(User user) {
        var fields = new HashMap<String, String>();
        for (var column : RegisterColumn.values()) {
            var value = user == null ? null : user.detail(column);
            fields.put(column.code(), value == null ? "" : value);
        }
        return fields;
    }

    /** The typed values of all columns. */
    static Map<RegisterColumn, String> typed(Map<String, String> fields) {
        var typed = new EnumMap<RegisterColumn, String>(RegisterColumn.class);
        for (var column : RegisterColumn.values()) typed.put(column, value(fields, column));
        return typed;
    }

    /**
     * The values that were edited.
     *
     * @throws Refusal.Conflict if another official has changed the same value in the meantime. The form is then shown
     *     with the new value, and succeeds if it is sent again
     */
    static Map<RegisterColumn, String> changed(Map<String, String> fields, User user) {
        var changed = new EnumMap<RegisterColumn, String>(RegisterColumn.class);
        var now = of(user);
        typed(fields).forEach((column, typed) -> {
            var shown = Parameters.get("shown-" + column.code());
            var stands = now.get(column.code());
            if (typed.equals(shown) || typed.equals(stands)) return;
            if (!shown.equals(stands)) {
                throw new Refusal.Conflict(
                        "conflict", Phrase.of("page.detail-changed-meanwhile", "now", stands.isEmpty() ? "–" : stands));
            }
            changed.put(column, typed);
        });
        return changed;
    }

    private static String value(Map<String, String> fields, RegisterColumn column) {
        var value = fields.get(column.code());
        return value == null ? "" : value.strip();
    }
}
