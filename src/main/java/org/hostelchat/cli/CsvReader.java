package org.hostelchat.cli;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV as RFC 4180 has it, and as spreadsheets write it: any line break, a byte order mark, blank lines. */
final class CsvReader {
    /**
     * One row.
     *
     * @param line where it begins in the file, from 1
     */
    record Row(int line, List<String> cells) {
        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    private CsvReader(String text) {
        this.text = text;
        String first = text.lines().findFirst().orElse("");
        this.separator = first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
    }

    /**
     * All rows that are not blank.
     *
     * @throws Failure wrong use, if a quote is left open
     */
    static List<Row> read(String text) {
        CsvReader reader = new CsvReader(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<Row> rows = new ArrayList<>();
        while (reader.at < reader.text.length()) {
            rows.add(reader.row());
        }
        rows.removeIf(Row::isBlank);
        return rows;
    }

    private Row row() {
        int first = line;
        List<String> cells = new ArrayList<>();
        do {
            cells.add(cell());
        } while (taken(separator));
        taken('\r');
        taken('\n');
        line++;
        return new Row(first, cells);
    }

    private String cell() {
        StringBuilder cell = new StringBuilder();
        while (at < text.length() && text.charAt(at) != separator && "\r\n".indexOf(text.charAt(at)) < 0) {
            if (cell.isEmpty() && taken('"')) {
                quoted(cell);
            } else {
                cell.append(text.charAt(at++));
            }
        }
        return cell.toString().strip();
    }

    /** Up to the closing quote; two quotes within stand for one. */
    private void quoted(StringBuilder cell) {
        int opened = line;
        while (at < text.length()) {
            char letter = text.charAt(at++);
            if (letter == '"' && !taken('"')) {
                return;
            }
            line += letter == '\n' ? 1 : 0;
            cell.append(letter);
        }
        throw Failure.wrongUse("Line " + opened + ": a quote is opened and not closed.");
    }

    private boolean taken(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }
}
