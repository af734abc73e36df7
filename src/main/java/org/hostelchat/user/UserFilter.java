package org.hostelchat.user;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Whom of the register somebody wants to see.
 *
 * @param text words that are all in name, number or a column of the register; null or blank for everybody
 * @param columns what has to stand in these columns, each value an alternative; compared as names are
 */
public record UserFilter(String text, Map<RegisterColumn, List<String>> columns) {

    public UserFilter {
        var kept = new EnumMap<RegisterColumn, List<String>>(RegisterColumn.class);
        columns.forEach((column, values) -> {
            var keys = new ArrayList<String>();
            for (var value : values) if (!value.isBlank()) keys.add(Residence.key(value));
            if (!keys.isEmpty()) kept.put(column, List.copyOf(keys));
        });
        columns = kept;
    }

    public static UserFilter of(String text) {
        return new UserFilter(text, Map.of());
    }

    /** A condition on {@code u} with a parameter of each column's code; empty if nothing is asked. */
    String condition() {
        var condition = new StringBuilder();
        for (var column : columns.keySet()) {
            condition
                    .append(" and u.residence.")
                    .append(column.code())
                    .append("Key in :")
                    .append(column.code())
                    .append("s");
        }
        return condition.toString();
    }
}
