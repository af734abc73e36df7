package org.hostelchat.cli.roll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.hostelchat.cli.text.CliWords;
import org.hostelchat.csv.SheetText;
import org.hostelchat.csv.SheetUnreadable;

/** Reads the text of a file. */
final class RollText {
    /** In bytes; enough for a hundred thousand people with thirty columns. */
    private static final long LARGEST = 32L * 1024 * 1024;

    private RollText() {}

    static String read(String file) throws RollUnreadable {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > LARGEST) {
                throw new RollUnreadable(CliWords.text("roll.too-large", "file", file));
            }
            return decoded(file, Files.readAllBytes(path));
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new RollUnreadable(CliWords.text("roll.no-file", "file", file));
        } catch (IOException e) {
            throw new RollUnreadable(CliWords.text("roll.not-readable", "file", file, "why", e.getMessage()));
        }
    }

    private static String decoded(String file, byte[] bytes) throws RollUnreadable {
        try {
            return SheetText.decode(bytes);
        } catch (SheetUnreadable e) {
            throw unreadable(e, file);
        }
    }

    /** The same in words. */
    static RollUnreadable unreadable(SheetUnreadable e, String file) {
        return new RollUnreadable(
                switch (e.kind()) {
                    case WORKBOOK -> CliWords.text("roll.workbook", "file", file);
                    case PDF -> CliWords.text("roll.pdf", "file", file);
                    case WEB_PAGE -> CliWords.text("roll.web-page", "file", file);
                    case NO_TEXT -> CliWords.text("roll.no-text", "file", file);
                    case TOO_MANY_ROWS -> CliWords.text("roll.too-large", "file", file);
                    case QUOTE_OPEN -> CliWords.text("roll.quote-open", "line", e.line());
                    case AFTER_QUOTE -> CliWords.text("roll.after-quote", "line", e.line());
                });
    }
}
