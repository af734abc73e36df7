package org.hostelchat.platform.db;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in a migration what a server of the release before does not bear that goes on running over the same database:
 * it must only add, and nothing that the older one would have to fill. What is done to tables that the migration itself
 * creates concerns nobody.
 */
final class AdditiveSql {

    private static final Pattern IGNORED = Pattern.compile("--[^\\n]*|'(?:[^']|'')*'|\\$\\$.*?\\$\\$", Pattern.DOTALL);
    private static final Pattern CREATE_TABLE = Pattern.compile("create table (?:if not exists )?(\\w+).*");
    private static final Pattern CREATE_INDEX =
            Pattern.compile("create (unique )?index (?:if not exists )?\\w+ on (\\w+).*");
    private static final Pattern ADD_COLUMN = Pattern.compile(
            "alter table (\\w+) add (?:column )?(?:if not exists )?(?!constraint\\b)(?!check\\b)(?!unique\\b)"
                    + "(?!primary\\b)(?!foreign\\b)\\w+ ([^,]*(?:\\([^)]*\\)[^,]*)*)");
    private static final Pattern CHANGES_ROWS = Pattern.compile("(?:insert into|update) \\w+ .*");
    private static final Pattern OF_TABLE =
            Pattern.compile("(?:alter table|drop table|truncate|delete from) (?:if exists )?(\\w+).*");

    private final Set<String> created = new HashSet<>();
    private final List<String> found = new ArrayList<>();

    private AdditiveSql() {}

    /** What is wrong, a line for each statement; empty if the migration only adds. */
    static List<String> violations(String sql) {
        var reader = new AdditiveSql();
        for (var statement : withoutWords(sql).split(";", -1)) {
            var words = statement.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
            if (!words.isEmpty()) reader.read(words);
        }
        return reader.found;
    }

    private static String withoutWords(String sql) {
        return IGNORED.matcher(sql).replaceAll(found -> found.group().startsWith("--") ? " " : "''");
    }

    private void read(String statement) {
        var table = CREATE_TABLE.matcher(statement);
        if (table.matches()) {
            created.add(table.group(1));
            return;
        }
        var why = complaint(statement);
        if (why != null) found.add(why + ": " + statement);
    }

    private String complaint(String statement) {
        var index = CREATE_INDEX.matcher(statement);
        if (index.matches()) return ofIndex(index);
        var column = ADD_COLUMN.matcher(statement);
        if (column.matches()) return ofColumn(column);
        if (CHANGES_ROWS.matcher(statement).matches()) return null;
        var other = OF_TABLE.matcher(statement);
        if (other.matches() && created.contains(other.group(1))) return null;
        return "the release before may need what this changes";
    }

    private String ofIndex(Matcher index) {
        if (created.contains(index.group(2))) return null;
        if (index.group(1) != null) return "the release before may store what this refuses";
        return index.group(2).equals("messages") ? "nobody can post while this is built" : null;
    }

    private String ofColumn(Matcher column) {
        var definition = " " + column.group(2) + " ";
        var isFilled = !definition.contains(" not null ") || definition.contains(" default ");
        return created.contains(column.group(1)) || isFilled ? null : "the release before does not fill this column";
    }
}
