package org.hostelchat.user;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hostelchat.language.Phrase;

/**
 * The changes and errors of a row as one text each, as {@link ImportedRow} stores them: a line for each, its parts divided by tabs. Line breaks and
 * tabs within the parts become blanks.
 */
final class RowWords {

    private RowWords() {}

    /** Null if there are none. */
    static String ofChanges(List<RollChange> changes) {
        return lines(changes.stream()
                .map(change -> Stream.of(change.field(), change.from() == null ? "" : change.from(), change.to())));
    }

    static List<RollChange> changes(String stored) {
        return lines(stored)
                .filter(parts -> parts.size() == 3)
                .map(parts -> new RollChange(parts.get(0), parts.get(1).isEmpty() ? null : parts.get(1), parts.get(2)))
                .toList();
    }

    /** Null if there are none. */
    static String ofErrors(List<RollError> errors) {
        return lines(errors.stream()
                .map(error -> Stream.concat(Stream.of(error.field()), error.message().parts().stream())));
    }

    /** @param row of the spreadsheet */
    static List<RollError> errors(String stored, int row) {
        return lines(stored)
                .filter(parts -> parts.size() > 1)
                .map(parts -> new RollError(row, parts.get(0), Phrase.ofParts(parts.subList(1, parts.size()))))
                .toList();
    }

    private static String lines(Stream<Stream<String>> lines) {
        var text = lines.map(parts -> parts.map(RowWords::onOneLine).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text;
    }

    private static Stream<List<String>> lines(String stored) {
        if (stored == null) return Stream.empty();
        return Arrays.stream(stored.split("\n", -1)).map(line -> Arrays.asList(line.split("\t", -1)));
    }

    private static String onOneLine(String part) {
        return part.replaceAll("[\t\r\n]", " ");
    }
}
