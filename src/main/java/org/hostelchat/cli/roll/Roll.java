package org.hostelchat.cli.roll;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hostelchat.cli.text.CliWords;
import org.hostelchat.csv.Heading;
import org.hostelchat.csv.Sheet;
import org.hostelchat.csv.Sheet.Row;
import org.hostelchat.csv.SheetCell;
import org.hostelchat.csv.SheetUnreadable;

/**
 * A list of people, read and checked as a whole, so that nothing is sent of a file with errors.
 *
 * @param columns the headings of the other columns, without duplicates
 * @param remarks how the file was interpreted, where that is not obvious: one line each, for people
 */
public record Roll(List<String> columns, List<RollEntry> entries, List<String> remarks) {
    private static final int MENTIONED = 5;

    /** A hundred thousand people, and what stands around them. */
    private static final int MOST_ROWS = 120_000;

    /** A column that an earlier run wrote. Dropped, because the old password must not stand beside the new one. */
    private static final String OLD_PASSWORD = Heading.key("initialPassword");

    /**
     * Reads and checks a file.
     *
     * @throws RollUnreadable naming the lines with errors, or saying why the file cannot be read
     */
    public static Roll read(String file, RollOptions options) throws RollUnreadable {
        return parse(RollText.read(file), options);
    }

    static Roll parse(String text, RollOptions options) throws RollUnreadable {
        RollUnreadable trouble = null;
        List<Row> widest = List.of();
        for (char separator : Sheet.separators(text).toCharArray()) {
            List<Row> rows;
            try {
                rows = Sheet.read(text, separator, MOST_ROWS);
            } catch (SheetUnreadable e) {
                trouble = trouble == null ? RollText.unreadable(e, "") : trouble;
                continue;
            }
            Optional<RollHeader> header = RollHeader.find(rows, options);
            if (header.isPresent()) {
                return of(header.get(), rows, options);
            }
            widest = width(rows) > width(widest) ? rows : widest;
        }
        if (trouble != null) {
            throw trouble;
        }
        throw notUnderstood(widest, options);
    }

    /** The number of cells in the first row: 1 if the separator is the wrong one. */
    private static int width(List<Row> rows) {
        return rows.isEmpty() ? 0 : rows.get(0).cells().size();
    }

    private static RollUnreadable notUnderstood(List<Row> rows, RollOptions options) {
        if (rows.isEmpty()) {
            return new RollUnreadable(CliWords.text("roll.nothing"));
        }
        String found = rows.get(0).cells().stream()
                .filter(cell -> !cell.isEmpty())
                .limit(20)
                .map(cell -> "'" + cell + "'")
                .collect(Collectors.joining(", "));
        boolean named =
                options.nameColumn().isPresent() || options.numberColumn().isPresent();
        return new RollUnreadable(CliWords.text(
                named ? "roll.columns-not-there" : "roll.no-headings",
                "line",
                rows.get(0).number(),
                "found",
                found));
    }

    private static Roll of(RollHeader header, List<Row> rows, RollOptions options) throws RollUnreadable {
        List<Row> below = rows.subList(rows.indexOf(header.row()) + 1, rows.size());
        List<Integer> others = others(header, below);
        List<RollEntry> entries = new ArrayList<>();
        List<Row> repeated = new ArrayList<>();
        List<Row> nobody = new ArrayList<>();
        for (Row row : below) {
            String name = header.name(row);
            String number = SheetCell.number(row.raw(header.number()));
            if (header.isRepeatedBy(row)) {
                repeated.add(row);
            } else if (name.isEmpty() && number.isEmpty()) {
                nobody.add(row);
            } else {
                List<String> rest =
                        others.stream().map(column -> row.raw(column).strip()).toList();
                entries.add(new RollEntry(row.number(), name, number, rest));
            }
        }
        List<String> remarks = new ArrayList<>();
        if (!header.isPlain()) {
            remarks.add(header.described());
        }
        mention(remarks, rows.subList(0, rows.indexOf(header.row())), "roll.above");
        mention(remarks, repeated, "roll.repeated");
        mention(remarks, nobody, "roll.nobody-in-line");
        new RollCheck(options).check(entries);
        return new Roll(headings(header.row(), others), entries, remarks);
    }

    /** The columns that are neither recognised nor empty. */
    private static List<Integer> others(RollHeader header, List<Row> below) {
        int width = Math.max(
                header.row().cells().size(),
                below.stream().mapToInt(row -> row.cells().size()).max().orElse(0));
        return IntStream.range(0, width)
                .filter(column -> column != header.number() && !header.names().contains(column))
                .filter(column -> !Heading.key(header.row().cell(column)).equals(OLD_PASSWORD))
                .filter(column -> !header.row().cell(column).isEmpty()
                        || below.stream().anyMatch(row -> !row.cell(column).isEmpty()))
                .boxed()
                .toList();
    }

    private static List<String> headings(Row header, List<Integer> columns) {
        Set<String> taken = new HashSet<>(Set.of("id", "name", "enrolmentNumber", "role", "initialPassword"));
        List<String> headings = new ArrayList<>();
        for (int column : columns) {
            String heading = header.cell(column).isEmpty() ? "Column " + (column + 1) : header.cell(column);
            String once = heading;
            for (int copy = 2; !taken.add(once); copy++) {
                once = heading + " (" + copy + ")";
            }
            headings.add(once);
        }
        return headings;
    }

    private static void mention(List<String> remarks, List<Row> rows, String key) {
        if (rows.isEmpty()) {
            return;
        }
        String lines = rows.stream()
                .limit(MENTIONED)
                .map(row -> Integer.toString(row.number()))
                .collect(Collectors.joining(", "));
        int more = rows.size() - MENTIONED;
        String named = more > 0 ? CliWords.counted("roll.lines-more", more, "lines", lines) : lines;
        remarks.add(CliWords.counted(key, rows.size(), "lines", named));
    }
}
