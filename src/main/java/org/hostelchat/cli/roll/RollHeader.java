package org.hostelchat.cli.roll;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hostelchat.cli.text.CliWords;
import org.hostelchat.csv.Heading;
import org.hostelchat.csv.Sheet.Row;

/**
 * The heading row of a roll, and what its columns contain.
 *
 * @param row the row with the headings
 * @param names the column of the names, or those of first, middle and last names
 * @param number the column of the enrolment numbers
 */
record RollHeader(Row row, List<Integer> names, int number) {
    /** The headings may be below up to this many rows, such as the name of the college and the year. */
    private static final int SEARCHED = 20;

    /**
     * Looks for the headings in the first rows.
     *
     * @throws RollUnreadable if several columns of a row could be meant
     */
    static Optional<RollHeader> find(List<Row> rows, RollOptions options) throws RollUnreadable {
        for (Row row : rows.subList(0, Math.min(SEARCHED, rows.size()))) {
            Optional<Integer> number = number(row, options);
            List<Integer> names = number.isPresent() ? names(row, options) : List.of();
            if (!names.isEmpty()) {
                return Optional.of(new RollHeader(row, names, number.orElseThrow()));
            }
        }
        return Optional.empty();
    }

    /** Whether this row repeats the headings, as some sheets do on each page. */
    boolean isRepeatedBy(Row other) {
        boolean sameWords = says(other, number) && names.stream().allMatch(column -> says(other, column));
        return sameWords || (Heading.of(other.cell(number)).isNumber() && headsNames(other));
    }

    private boolean headsNames(Row other) {
        return names.stream().allMatch(column -> Heading.of(other.cell(column)).isName());
    }

    private boolean says(Row other, int column) {
        return Heading.key(other.cell(column)).equals(Heading.key(row.cell(column)));
    }

    /** The person's name in a row. */
    String name(Row of) {
        return names.stream().map(of::cell).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    /** A description of which columns are used, for people. */
    String described() {
        return CliWords.text(
                "roll.understood",
                "names",
                names.stream().map(this::quoted).collect(Collectors.joining(", ")),
                "number",
                quoted(number));
    }

    /** Whether the headings are the documented ones, so that no explanation is needed. */
    boolean isPlain() {
        return Heading.of(row.cell(number)) == Heading.PLAIN_ENROLMENT
                && Heading.of(row.cell(names.get(0))) == Heading.PLAIN_NAME;
    }

    private String quoted(int column) {
        return "'" + row.cell(column) + "'";
    }

    private static Optional<Integer> number(Row row, RollOptions options) throws RollUnreadable {
        if (options.numberColumn().isPresent()) {
            return named(row, options.numberColumn().get());
        }
        Map<Heading, List<Integer>> columns = columns(row);
        for (Heading heading : List.of(Heading.PLAIN_ENROLMENT, Heading.ENROLMENT, Heading.OTHER_NUMBER)) {
            List<Integer> found = columns.getOrDefault(heading, List.of());
            if (!found.isEmpty()) {
                return Optional.of(only(row, found, "roll.which-number"));
            }
        }
        return Optional.empty();
    }

    private static List<Integer> names(Row row, RollOptions options) throws RollUnreadable {
        if (options.nameColumn().isPresent()) {
            return named(row, options.nameColumn().get()).stream().toList();
        }
        Map<Heading, List<Integer>> columns = columns(row);
        for (Heading heading : List.of(Heading.PLAIN_NAME, Heading.NAME)) {
            List<Integer> found = columns.getOrDefault(heading, List.of());
            if (!found.isEmpty()) {
                return List.of(only(row, found, "roll.which-name"));
            }
        }
        List<Integer> parts = new ArrayList<>();
        for (Heading heading : List.of(Heading.FIRST_NAME, Heading.MIDDLE_NAME, Heading.LAST_NAME)) {
            List<Integer> found = columns.getOrDefault(heading, List.of());
            if (!found.isEmpty()) {
                parts.add(only(row, found, "roll.which-name"));
            }
        }
        // A surname alone does not suffice.
        return columns.containsKey(Heading.FIRST_NAME) ? parts : List.of();
    }

    private static Optional<Integer> named(Row row, String heading) {
        return IntStream.range(0, row.cells().size())
                .filter(column -> Heading.key(row.cell(column)).equals(Heading.key(heading)))
                .boxed()
                .findFirst();
    }

    private static Map<Heading, List<Integer>> columns(Row row) {
        Map<Heading, List<Integer>> columns = new EnumMap<>(Heading.class);
        for (int column = 0; column < row.cells().size(); column++) {
            columns.computeIfAbsent(Heading.of(row.raw(column)), any -> new ArrayList<>())
                    .add(column);
        }
        return columns;
    }

    private static int only(Row row, List<Integer> columns, String key) throws RollUnreadable {
        if (columns.size() == 1) {
            return columns.get(0);
        }
        String found =
                columns.stream().map(column -> "'" + row.cell(column) + "'").collect(Collectors.joining(", "));
        throw new RollUnreadable(
                CliWords.text(key, "line", row.number(), "found", found, "heading", row.cell(columns.get(0))));
    }
}
