package org.hostelchat.cli.roll;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.hostelchat.cli.text.CliWords;

/** Decodes a file: UTF-8, or UTF-16 as in Excel's "Unicode text". */
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
        Optional<String> other = otherKind(bytes);
        if (other.isPresent()) {
            throw new RollUnreadable(CliWords.text(other.get(), "file", file));
        }
        try {
            String text =
                    charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new RollUnreadable(CliWords.text("roll.no-text", "file", file));
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new RollUnreadable(CliWords.text("roll.not-utf-8", "file", file));
        }
    }

    /** Recognises by their first bytes other kinds of files that are often given instead of CSV. */
    private static Optional<String> otherKind(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return Optional.of("roll.workbook");
        }
        if (start.startsWith("%PDF-")) {
            return Optional.of("roll.pdf");
        }
        String visible =
                start.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        return visible.startsWith("<") ? Optional.of("roll.web-page") : Optional.empty();
    }

    private static Charset charset(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || hasNulAt(bytes, 1)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(bytes, 0xFE, 0xFF) || hasNulAt(bytes, 0) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /**
     * Recognises UTF-16 without a byte order mark: in most rolls the first character is ASCII, and UTF-8 text contains
     * no NUL.
     */
    private static boolean hasNulAt(byte[] bytes, int place) {
        return bytes.length >= 4 && bytes[place] == 0 && bytes[place + 2] == 0;
    }
}
