package org.hostelchat.page.admin;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
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

    private static String value(Map<String, String> fields, RegisterColumn column) {
        var value = fields.get(column.code());
        return value == null ? "" : value.strip();
    }
}
