package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hostelchat.cli.text.CliWords;
import org.hostelchat.transfer.archive.ExportCheck;
import org.hostelchat.transfer.archive.NotAnExport;

/** Has a running server in which nothing has happened take in a whole hostel. */
final class ImportHostel implements Command {
    private static final List<Column> COLUMNS = List.of(
            Column.text("people", "column.people"),
            Column.text("messages", "column.messages"),
            Column.text("files", "column.files"),
            Column.text("rows", "column.rows"));

    @Override
    public Usage usage() {
        return Usage.withOperand("import", "FILE", List.of(), List.of(Usage.PROGRAM + " import hostel-export.zip"));
    }

    @Override
    public void run(Invocation call) {
        Path file = MakeBackup.path(call.operand());
        verify(file);
        ApiClient api = call.api();
        call.terminal().complain(CliWords.text("import.begins"));
        Handover handover = Handover.of(file, call.dataFolder(), "hostel.zip");
        try {
            JsonObject imported = api.postLong("/api/hostel-import", JsonFields.object(Map.of()));
            call.result(
                    imported,
                    COLUMNS,
                    CliWords.text(
                            "import.done",
                            "people",
                            JsonFields.text(imported, "people").orElse("?"),
                            "messages",
                            JsonFields.text(imported, "messages").orElse("?"),
                            "files",
                            JsonFields.text(imported, "files").orElse("?")),
                    CliWords.text("import.next"));
        } finally {
            handover.close();
        }
    }

    private static void verify(Path file) {
        try (ExportCheck export = ExportCheck.open(file)) {
            export.verify();
        } catch (NotAnExport e) {
            String key =
                    switch (e.reason()) {
                        case FOREIGN -> "import.foreign";
                        case NEWER -> "import.newer";
                        case DAMAGED -> "import.damaged";
                    };
            throw Failure.refused(CliWords.text(key, "file", file));
        } catch (NoSuchFileException e) {
            throw Failure.wrongUse(CliWords.text("file.not-found", "file", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
