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

/** Where the initial passwords of a roll go, each at once, beside what the roll has in its other columns: the output, or a file of their own. */
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
     * @throws Failure wrong use, if the file that was named is there already; refused, if the output takes nothing
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

    /** Makes room for what will come, as far as it is known. */
    void expect(List<JsonObject> rows) {
        output.expect(rows);
    }

    /** @throws UncheckedIOException if the password is nowhere now */
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

    /** @throws UncheckedIOException if the end could not be written */
    void end() {
        try {
            output.end();
        } finally {
            file.ifPresent(made -> made.close(used));
        }
    }

    /** Where to find the passwords, for people; empty if there are none, or they were shown. */
    Optional<String> place() {
        return file.filter(any -> used).map(made -> CliWords.text("sheet.place", "file", made));
    }
}
