package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hostelchat.cli.text.CliWords;

/** Writes a backup of a running server into a new file, and removes older ones if asked to. */
final class MakeBackup implements Command {
    private static final Flag KEEP = new Flag("--keep", "NUMBER", "keep");

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'hostel-'yyyy-MM-dd-HHmmss'.zip'", Locale.ROOT);

    /** Only files of this form are ever removed. */
    private static final Pattern OWN = Pattern.compile("hostel-\\d{4}-\\d{2}-\\d{2}-\\d{6}\\.zip");

    private static final List<Column> COLUMNS =
            List.of(Column.text("file", "column.file"), Column.text("bytes", "column.bytes"));

    @Override
    public Usage usage() {
        return Usage.withOperand(
                "backup",
                "FILE",
                List.of(KEEP),
                List.of(Usage.PROGRAM + " backup hostel.zip", Usage.PROGRAM + " backup /var/backups/hostel --keep 14"));
    }

    @Override
    public void run(Invocation call) {
        Path to = path(call.operand());
        Optional<Integer> keep = call.arguments().value(KEEP).map(MakeBackup::number);
        boolean isFolder = Files.isDirectory(to);
        if (keep.isPresent() && !isFolder)
            throw Failure.wrongUse(CliWords.text("backup.keep-needs-folder", "file", to));
        Path file = isFolder ? to.resolve(NAME.format(LocalDateTime.now(ZoneId.systemDefault()))) : to;
        ApiClient api = call.api();
        BackupFile.write(file, out -> api.download("/api/backups", out));
        List<Path> removed = keep.map(most -> removeOlder(to, most)).orElse(List.of());
        JsonObject result = JsonFields.object(Map.of("file", file.toString(), "bytes", size(file)));
        call.result(result, COLUMNS, CliWords.text("backup.done", "file", file, "bytes", size(file)));
        removed.forEach(old -> call.terminal().complain(CliWords.text("backup.removed", "file", old)));
    }

    static Path path(String typed) {
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            throw Failure.wrongUse(CliWords.text("file.not-made", "file", typed, "why", e.getMessage()));
        }
    }

    private static int number(String typed) {
        if (typed.strip().matches("[1-9][0-9]{0,5}")) return Integer.parseInt(typed.strip());
        throw Failure.wrongUse(CliWords.text("backup.no-number", "typed", typed));
    }

    /** The names are in order of time. */
    private static List<Path> removeOlder(Path folder, int most) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> old = all.filter(
                            file -> OWN.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .skip(most)
                    .toList();
            for (Path file : old) Files.delete(file);
            return old;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
