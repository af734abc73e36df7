package org.hostelchat.transfer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that is exported.
 *
 * @param key by which its rows are in order
 * @param where which rows are exported; empty for all
 */
record Table(String name, List<String> key, List<Column> columns, String where) {

    /** The kinds of values, which databases store differently. */
    enum Type {
        NUMBER,
        TRUTH,
        BYTES,
        TEXT
    }

    record Column(String name, Type type) {

        static Column of(String marked) {
            var name = marked.substring(0, marked.length() - 1);
            return switch (marked.charAt(marked.length() - 1)) {
                case '#' -> new Column(name, Type.NUMBER);
                case '?' -> new Column(name, Type.TRUTH);
                case '$' -> new Column(name, Type.BYTES);
                default -> new Column(marked, Type.TEXT);
            };
        }
    }

    static Table of(String name, String key, String columns) {
        return new Table(
                name,
                List.of(key.split(" ", -1)),
                Arrays.stream(columns.split("\\s+", -1)).map(Column::of).toList(),
                "");
    }

    Table where(String condition) {
        return new Table(name, key, columns, condition);
    }

    List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** Whether it numbers its rows. */
    boolean hasIds() {
        return key.equals(List.of("id")) && !name.startsWith("audit_");
    }

    /** @param collation what makes the database compare text by its bytes */
    String select(String collation) {
        var order =
                key.stream().map(each -> isText(each) ? each + collation : each).collect(Collectors.joining(", "));
        return "select " + String.join(", ", columnNames()) + " from " + name
                + (where.isEmpty() ? "" : " where " + where) + " order by " + order;
    }

    private boolean isText(String column) {
        return columns.contains(new Column(column, Type.TEXT));
    }
}
