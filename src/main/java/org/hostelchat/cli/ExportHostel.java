package org.hostelchat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hostelchat.cli.text.CliWords;
import org.hostelchat.transfer.archive.ExportCheck;
import org.hostelchat.transfer.archive.ExportManifest;

/** Writes the whole hostel of a running server into a new file that any database can take in. */
final class ExportHostel implements Command {
    private static final List<Column> COLUMNS = List.of(
            Column.text("file", "column.file"),
            Column.text("people", "column.people"),
            Column.text("messages", "column.messages"),
            Column.text("files", "column.files"),
            Column.text("bytes", "column.bytes"));

    @Override
    public Usage usage() {
        return Usage.withOperand("export", "FILE", List.of(), List.of(Usage.PROGRAM + " export hostel-export.zip"));
    }

    @Override
    public void run(Invocation call) {
        Path file = MakeBackup.path(call.operand());
        ApiClient api = call.api();
        BackupFile.write(file, out -> api.download("/api/exports", out), ExportHostel::verify);
        try (ExportCheck written = ExportCheck.open(file)) {
            ExportManifest manifest = written.manifest();
            long people = rows(manifest, "users");
            long messages = rows(manifest, "messages");
            call.result(
                    JsonFields.object(Map.of(
                            "file",
                            file.toString(),
                            "people",
                            people,
                            "messages",
                            messages,
                            "files",
                            manifest.files(),
                            "bytes",
                            Files.size(file))),
                    COLUMNS,
                    CliWords.text(
                            "export.done",
                            "file",
                            file,
                            "people",
                            people,
                            "messages",
                            messages,
                            "files",
                            manifest.files()),
                    CliWords.text("export.keep-safe"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void verify(Path part) throws IOException {
        try (ExportCheck written = ExportCheck.open(part)) {
            written.verify();
        }
    }

    private static long rows(ExportManifest manifest, String table) {
        return manifest.tables().stream()
                .filter(each -> each.name().equals(table))
                .mapToLong(ExportManifest.Table::rows)
                .sum();
    }
}
