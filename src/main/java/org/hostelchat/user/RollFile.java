package org.hostelchat.user;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hostelchat.csv.DetailHeading;
import org.hostelchat.csv.Heading;
import org.hostelchat.csv.Sheet;
import org.hostelchat.csv.SheetText;
import org.hostelchat.csv.SheetUnreadable;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/** A file with residents as spreadsheets save it: its columns and the rows below them. Immutable. */
final class RollFile {

    /** The largest file that is read. */
    static final int MOST_BYTES = 5 * 1024 * 1024;

    /** The most rows, which are stored in one transaction. */
    static final int MOST_ROWS = 20_000;

    /** The most columns: the page offers a choice for each. */
    static final int MOST_COLUMNS = 64;

    static final String NUMBER = "enrolmentNumber";
    static final List<String> NAMES = List.of("name", "firstName", "middleName", "lastName");

    /** So many rows may stand above the headings: the name of the college, the year, a blank or two. */
    private static final int SEARCHED = 20;

    /** In so many rows an example of a column is looked for. */
    private static final int SAMPLED = 100;

    private final List<RollColumn> columns;
    private final List<Sheet.Row> rows;

    private RollFile(List<RollColumn> columns, List<Sheet.Row> rows) {
        this.columns = List.copyOf(columns);
        this.rows = rows;
    }

    /** @throws Refusal.Unacceptable if the bytes are not rows of cells, saying what they are and what to do */
    static RollFile read(byte[] bytes) {
        try {
            return parse(SheetText.decode(bytes));
        } catch (SheetUnreadable e) {
            throw unreadable(e);
        }
    }

    private static RollFile parse(String text) throws SheetUnreadable {
        SheetUnreadable trouble = null;
        List<Sheet.Row> widest = List.of();
        for (var separator : Sheet.separators(text).toCharArray()) {
            try {
                var rows = Sheet.read(text, separator, MOST_ROWS + SEARCHED);
                var head = head(rows);
                if (head.isPresent()) return below(rows, head.get());
                if (width(rows) > width(widest)) widest = rows;
            } catch (SheetUnreadable e) {
                if (trouble == null) trouble = e;
            }
        }
        // With a wrong separator quotes are in the middle of cells: what is wrong counts only if no other one fits.
        if (trouble != null && width(widest) < 2) throw trouble;
        if (widest.isEmpty()) throw new Refusal.Unacceptable("unreadable-file", "file", Phrase.of("import.nothing"));
        return below(widest, 0);
    }

    private static int width(List<Sheet.Row> rows) {
        return rows.isEmpty() ? 0 : rows.get(0).cells().size();
    }

    private static Optional<Integer> head(List<Sheet.Row> rows) {
        return Stream.iterate(0, i -> i < Math.min(SEARCHED, rows.size()), i -> i + 1)
                .filter(i -> isUnderstood(guess(rows.get(i))))
                .findFirst();
    }

    private static RollFile below(List<Sheet.Row> rows, int head) {
        var columns = guess(rows.get(head));
        var heading = rows.get(head).cells();
        // Some sheets repeat the headings on each page.
        var people = rows.subList(head + 1, rows.size()).stream()
                .filter(row -> !row.cells().equals(heading))
                .toList();
        return new RollFile(columns, people);
    }

    static boolean isUnderstood(List<RollColumn> columns) {
        var fields = columns.stream().map(RollColumn::field).toList();
        return fields.contains(NUMBER) && (fields.contains("name") || fields.contains("firstName"));
    }

    private static List<RollColumn> guess(Sheet.Row row) {
        var number = best(row, List.of(Heading.PLAIN_ENROLMENT, Heading.ENROLMENT, Heading.OTHER_NUMBER));
        var name = best(row, List.of(Heading.PLAIN_NAME, Heading.NAME));
        var taken = new HashSet<String>();
        var columns = new ArrayList<RollColumn>();
        for (var i = 0; i < row.cells().size(); i++) {
            var field = i == number ? NUMBER : i == name ? "name" : field(row.raw(i), name < 0);
            columns.add(new RollColumn(row.cell(i), field != null && taken.add(field) ? field : null));
        }
        return columns;
    }

    /** The first column with the best kind of heading; -1 if there is none. */
    private static int best(Sheet.Row row, List<Heading> kinds) {
        for (var kind : kinds) {
            for (var i = 0; i < row.cells().size(); i++) if (Heading.of(row.raw(i)) == kind) return i;
        }
        return -1;
    }

    private static String field(String heading, boolean nameInParts) {
        return switch (Heading.of(heading)) {
            case FIRST_NAME -> nameInParts ? "firstName" : null;
            case MIDDLE_NAME -> nameInParts ? "middleName" : null;
            case LAST_NAME -> nameInParts ? "lastName" : null;
            case OTHER -> DetailHeading.field(heading).orElse(null);
            default -> null;
        };
    }

    /**
     * The same file, read with other columns.
     *
     * @param fields in the order of the file's columns; null for those not to be read
     * @throws Refusal.Unacceptable if there are not as many, one is unknown or there twice, or name or number is missing
     */
    RollFile with(List<String> fields) {
        var known = new HashSet<>(NAMES);
        known.add(NUMBER);
        for (var column : RegisterColumn.values()) known.add(column.code());
        Set<String> taken = new HashSet<>();
        var fit = fields.size() == columns.size();
        for (var field : fields) fit &= field == null || (known.contains(field) && taken.add(field));
        if (!fit) throw new Refusal.Unacceptable("wrong-columns", "columns", Phrase.of("import.wrong-columns"));
        var chosen = new ArrayList<RollColumn>();
        for (var i = 0; i < fields.size(); i++)
            chosen.add(new RollColumn(columns.get(i).header(), fields.get(i)));
        return new RollFile(chosen, rows);
    }

    List<RollColumn> columns() {
        return columns;
    }

    List<Sheet.Row> rows() {
        return rows;
    }

    /** The columns with an example of each. */
    List<RollSample> samples() {
        var samples = new ArrayList<RollSample>();
        for (var i = 0; i < columns.size(); i++) {
            var place = i;
            var example = rows.stream()
                    .limit(SAMPLED)
                    .map(row -> row.cell(place))
                    .filter(cell -> !cell.isEmpty())
                    .findFirst();
            samples.add(new RollSample(columns.get(i), example.orElse("")));
        }
        return samples;
    }

    /** The column of a field; -1 if there is none. */
    int column(String field) {
        for (var i = 0; i < columns.size(); i++) if (field.equals(columns.get(i).field())) return i;
        return -1;
    }

    private static Refusal unreadable(SheetUnreadable e) {
        var why =
                switch (e.kind()) {
                    case WORKBOOK -> Phrase.of("import.workbook");
                    case PDF -> Phrase.of("import.pdf");
                    case WEB_PAGE -> Phrase.of("import.web-page");
                    case NO_TEXT -> Phrase.of("import.no-text");
                    case TOO_MANY_ROWS -> Phrase.of("import.too-many-rows", "most", MOST_ROWS);
                    case QUOTE_OPEN -> Phrase.of("import.quote-open", "line", e.line());
                    case AFTER_QUOTE -> Phrase.of("import.after-quote", "line", e.line());
                };
        return new Refusal.Unacceptable("unreadable-file", "file", why);
    }
}
