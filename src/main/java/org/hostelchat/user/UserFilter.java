package org.hostelchat.user;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Criteria for users of the register.
 *
 * @param text words that must occur in name, number or a column; null or blank for everybody
 * @param columns the accepted values of columns, each an alternative; compared like names
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

    /** Sets the parameters of {@link #condition}. */
    void bind(Query query) {
        columns.forEach((column, values) -> query.setParameter(column.code() + "s", values));
    }

    /** A condition on {@code u} with a parameter named by each column's code; empty if there are no criteria. */
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
