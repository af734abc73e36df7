package org.hostelchat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hostelchat.backup.archive.ArchiveCheck;
import org.hostelchat.backup.archive.ArchiveProperties;
import org.hostelchat.backup.archive.ArchiveProperties.DatabaseKind;
import org.hostelchat.backup.archive.NotABackup;
import org.hostelchat.cli.text.CliWords;

/** Puts a backup into the data folder of a stopped server. What is there now is kept beside it. */
final class RestoreBackup implements Command {
    private static final List<Column> COLUMNS =
            List.of(Column.text("folder", "column.folder"), Column.text("before", "column.before-restore"));

    @Override
    public Usage usage() {
        return Usage.withOperand(
                "restore",
                "FILE",
                List.of(Flag.YES),
                List.of(
                        Usage.PROGRAM + " restore hostel.zip",
                        Usage.PROGRAM + " restore hostel.zip --data /var/lib/hostel-chat --yes"));
    }

    @Override
    public void run(Invocation call) {
        Path file = MakeBackup.path(call.operand());
        Path folder = call.dataFolder();
        try (ArchiveCheck backup = ArchiveCheck.open(file)) {
            backup.verify();
            RestoreDatabase database = database(call, backup.properties());
            try (RestoreFolder data = RestoreFolder.open(folder)) {
                if (database == null && data.lacksDatabase()) {
                    throw Failure.refused(CliWords.text("restore.no-database", "folder", folder));
                }
                confirm(call, backup.properties(), folder);
                restore(call, backup, data, database, folder);
            }
        } catch (NotABackup e) {
            throw Failure.refused(CliWords.text(
                    e.reason() == NotABackup.Reason.FOREIGN ? "restore.foreign" : "restore.damaged", "file", file));
        } catch (NoSuchFileException e) {
            throw Failure.wrongUse(CliWords.text("file.not-found", "file", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void restore(
            Invocation call, ArchiveCheck backup, RestoreFolder data, RestoreDatabase database, Path folder)
            throws IOException {
        data.unpack(backup);
        if (database != null) database.check(data.unpackedDatabase(backup));
        data.begin();
        try {
            if (database != null) database.restore(data.unpackedDatabase(backup));
        } catch (Failure | IOException nothingChanged) {
            data.cancel();
            throw nothingChanged;
        }
        Path before = data.replace(database == null);
        data.finish();
        call.result(
                JsonFields.object(Map.of("folder", folder.toString(), "before", before.toString())),
                COLUMNS,
                CliWords.text("restore.done", "folder", folder, "before", before),
                CliWords.text("restore.next"));
    }

    /** @return null if the database is a file of the data folder */
    private static RestoreDatabase database(Invocation call, ArchiveProperties properties) {
        String url = call.variable("HOSTEL_DATABASE_URL").orElse("");
        boolean isPostgres = url.startsWith("jdbc:postgresql:");
        if (isPostgres != (properties.database() == DatabaseKind.POSTGRESQL)) {
            throw Failure.refused(CliWords.text(isPostgres ? "restore.is-sqlite" : "restore.is-postgresql"));
        }
        if (isPostgres) {
            return RestoreDatabase.at(
                    url,
                    call.variable("HOSTEL_DATABASE_USER").orElse(""),
                    call.variable("HOSTEL_DATABASE_PASSWORD").orElse(""));
        }
        if (!url.isEmpty()) throw Failure.wrongUse(CliWords.text("restore.elsewhere", "url", url));
        return null;
    }

    private static void confirm(Invocation call, ArchiveProperties properties, Path folder) {
        if (call.arguments().has(Flag.YES)) return;
        Terminal terminal = call.terminal();
        if (!terminal.canAsk()) throw Failure.wrongUse(CliWords.text("restore.needs-yes"));
        terminal.say(CliWords.text("restore.what", "made", properties.madeAt(), "folder", folder));
        terminal.confirm();
    }
}
