package org.hostelchat.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A list of people to register, read and checked as a whole: half a roll must not be sent because its second half is
 * wrong.
 */
record Roll(List<Entry> entries) {
    private static final int COMPLAINTS = 10;

    /** @param line where it stands in the file */
    record Entry(int line, String name, String enrolmentNumber) {}

    /** @throws Failure wrong use, if the file can't be read or any line of it can't be right, saying which */
    static Roll read(String file) {
        try {
            return parse(Files.readString(Path.of(file)));
        } catch (CharacterCodingException e) {
            throw Failure.wrongUse(file + " is not UTF-8. Save it as 'CSV UTF-8' and try again.");
        } catch (NoSuchFileException | InvalidPathException e) {
            throw Failure.wrongUse("There is no file " + file + ".");
        } catch (IOException e) {
            throw Failure.wrongUse(file + " can't be read: " + e.getMessage());
        }
    }

    static Roll parse(String text) {
        List<CsvReader.Row> rows = CsvReader.read(text);
        List<String> header = rows.isEmpty()
                ? List.of()
                : rows.get(0).cells().stream()
                        .map(cell -> cell.toLowerCase(Locale.ROOT))
                        .toList();
        int name = header.indexOf("name");
        int enrolment = header.indexOf("enrolment");
        if (name < 0 || enrolment < 0) {
            throw Failure.wrongUse("The first line of a roll is: name,enrolment");
        }
        List<Entry> entries = rows.stream()
                .skip(1)
                .map(row -> new Entry(row.line(), composed(cell(row, name)), cell(row, enrolment)))
                .toList();
        check(entries);
        return new Roll(entries);
    }

    /** As the server keeps names, so that one can be told to be the same. */
    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    private static String cell(CsvReader.Row row, int column) {
        return column < row.cells().size() ? row.cells().get(column) : "";
    }

    private static void check(List<Entry> entries) {
        if (entries.isEmpty()) {
            throw Failure.wrongUse("There is nobody in this roll.");
        }
        Map<String, Integer> lines = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (Entry entry : entries) {
            complaint(entry, lines.putIfAbsent(entry.enrolmentNumber().toLowerCase(Locale.ROOT), entry.line()))
                    .ifPresent(words -> wrong.add("Line " + entry.line() + ": " + words));
        }
        if (!wrong.isEmpty()) {
            int more = wrong.size() - COMPLAINTS;
            throw Failure.wrongUse("Nobody was registered; first mend the roll.\n"
                    + String.join("\n", wrong.subList(0, Math.min(COMPLAINTS, wrong.size())))
                    + (more > 0 ? "\nand " + more + " more." : ""));
        }
    }

    private static Optional<String> complaint(Entry entry, Integer sameNumber) {
        String complaint = null;
        if (entry.name().isEmpty()) {
            complaint = "the name is missing.";
        } else if (entry.name().codePointCount(0, entry.name().length()) > 64) {
            complaint = "the name is longer than 64 letters.";
        } else if (entry.name().codePoints().allMatch(Character::isDigit)) {
            complaint = "'" + entry.name() + "' is no name; are the columns the wrong way round?";
        } else if (!entry.name().codePoints().allMatch(SafeText::isHarmless)) {
            complaint = "the name has characters that can't be shown.";
        } else if (!Person.isEnrolmentNumber(entry.enrolmentNumber())) {
            complaint = "'" + entry.enrolmentNumber() + "' is no enrolment number: " + Person.NUMBER_RULE;
        } else if (sameNumber != null) {
            complaint = entry.enrolmentNumber() + " stands in line " + sameNumber + " too.";
        }
        return Optional.ofNullable(complaint);
    }
}
