package org.hostelchat.page.admin;

import jakarta.faces.context.FacesContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hostelchat.user.RegisterColumn;

/** The register's columns and values that a form offers to tick, and those that were ticked. */
final class AudienceChoice {

    private AudienceChoice() {}

    /** A value to tick. */
    public record Offered(String value, boolean chosen) {}

    /** A column with its values to tick. */
    public record Column(String code, List<Offered> offered) {}

    /**
     * The values of the fields of the form that are named as the columns are.
     *
     * @param prefix in front of the columns' names
     */
    static Map<String, List<String>> sent(String prefix) {
        var sent = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
        var ticked = new LinkedHashMap<String, List<String>>();
        for (var column : RegisterColumn.OF_GROUPS) {
            var values = sent.get(prefix + column.code());
            if (values != null) ticked.put(column.code(), List.of(values));
        }
        return ticked;
    }

    /** The columns that have values, with those ticked that were chosen. */
    static List<Column> columns(Map<RegisterColumn, List<String>> known, Map<String, List<String>> chosen) {
        return known.entrySet().stream()
                .map(entry -> column(entry.getKey().code(), entry.getValue(), chosen))
                .filter(column -> !column.offered().isEmpty())
                .toList();
    }

    private static Column column(String code, List<String> values, Map<String, List<String>> chosen) {
        var ticked = chosen.getOrDefault(code, List.of());
        // A value that nobody has any more stays as long as it is ticked.
        var offered = new LinkedHashMap<String, Offered>();
        values.forEach(value -> offered.put(value, new Offered(value, ticked.contains(value))));
        ticked.forEach(value -> offered.putIfAbsent(value, new Offered(value, true)));
        return new Column(code, List.copyOf(offered.values()));
    }
}
