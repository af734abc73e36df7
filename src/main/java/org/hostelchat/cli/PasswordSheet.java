package org.hostelchat.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hostelchat.cli.roll.Roll;
import org.hostelchat.cli.roll.RollEntry;
import org.hostelchat.cli.text.CliWords;

/**
 * Writes the initial passwords of a roll, each as soon as it is known, together with the roll's other columns: to the
 * standard output or to a new file.
 */
final class PasswordSheet {
    private final List<String> columns;
    private final Optional<PrivateFile> file;
    private final Output output;
    private boolean used;

    private PasswordSheet(List<String> columns, Optional<PrivateFile> file, Output output) {
        this.columns = columns;
        this.file = file;
        this.output = output;
        file.ifPresent(PrivateFile::mark);
    }

    /**
     * Begins the sheet.
     *
     * @throws Failure wrong use, if the file exists already; refused, if the output cannot be written
     */
    static PasswordSheet open(Invocation call, Roll roll) {
        List<Column> columns = Stream.concat(
                        Column.NEW_USER.stream(), roll.columns().stream().map(Column::ofRoll))
                .toList();
        Optional<PrivateFile> file = call.arguments().value(RollFlags.OUT).map(PrivateFile::create);
        try {
            Output output = file.map(PrivateFile::writer)
                    .map(writer -> call.arguments().has(Flag.JSON)
                            ? new JsonOutput(writer)
                            : (Output) new CsvOutput(writer, true, columns))
                    .orElseGet(() -> call.output(columns));
            return new PasswordSheet(roll.columns(), file, output);
        } catch (UncheckedIOException e) {
            file.ifPresent(made -> made.close(false));
            throw Failure.refused(
                    CliWords.text("sheet.not-writable", "why", e.getCause().getMessage()));
        }
    }

    /** Announces the rows to come, for choosing column widths. */
    void expect(List<JsonObject> rows) {
        output.expect(rows);
    }

    /**
     * Writes a row.
     *
     * @throws UncheckedIOException if the row could not be stored, so that the password is lost
     */
    void row(RollEntry entry, JsonObject user) {
        try {
            output.page(List.of(withColumns(entry, user)));
        } catch (UncheckedIOException e) {
            file.ifPresent(PrivateFile::cutToMark);
            throw e;
        }
        used = true;
        file.ifPresent(PrivateFile::mark);
    }

    private JsonObject withColumns(RollEntry entry, JsonObject user) {
        if (columns.isEmpty()) {
            return user;
        }
        JsonObjectBuilder roll = Json.createObjectBuilder();
        for (int i = 0; i < columns.size(); i++) {
            roll.add(columns.get(i), entry.others().get(i));
        }
        return JsonFields.with(user, "roll", roll.build());
    }

    /**
     * Ends the sheet.
     *
     * @throws UncheckedIOException if the end could not be written
     */
    void end() {
        try {
            output.end();
        } finally {
            file.ifPresent(made -> made.close(used));
        }
    }

    /** A line that says where the passwords are; empty if there are none, or they were printed. */
    Optional<String> place() {
        return file.filter(any -> used).map(made -> CliWords.text("sheet.place", "file", made));
    }
}
