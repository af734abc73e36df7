package org.hostelchat.platform.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import org.hostelchat.language.Phrase;
import org.hostelchat.legacy.ReportFile;
import org.hostelchat.legacy.ReportFiles;
import org.hostelchat.platform.settings.HostelSettings;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.text.Sha256;

/** The file of the report program that the command line has put into the data folder. The name is also in {@code cli.Handover}. */
@ApplicationScoped
public class SqliteReportFiles implements ReportFiles {

    private static final String FILE = "handover/report.db";

    private final Path file;

    public SqliteReportFiles() {
        this(HostelSettings.current().data().path().resolve(FILE));
    }

    /** @param file where it is, if it is there */
    public SqliteReportFiles(Path file) {
        this.file = file;
    }

    @Override
    public ReportFile open() {
        requireFile();
        return SqliteReportFile.open(file);
    }

    @Override
    public String digest() {
        requireFile();
        var digest = Sha256.digest();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, out);
        } catch (IOException e) {
            throw SqliteReportFile.damaged(e);
        }
        return Sha256.hex(digest);
    }

    private void requireFile() {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal.NotFound("no-file", Phrase.of("legacy.no-file"));
        }
    }
}
