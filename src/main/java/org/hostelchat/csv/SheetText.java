package org.hostelchat.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Decodes a file that a spreadsheet saved: UTF-8, UTF-16 as in Excel's "Unicode text", or else Windows-1252. */
public final class SheetText {

    private SheetText() {}

    /** @throws SheetUnreadable if the bytes are a workbook, a PDF, a web page or no text */
    public static String decode(byte[] bytes) throws SheetUnreadable {
        Optional<SheetUnreadable.Kind> other = otherKind(bytes);
        if (other.isPresent()) {
            throw new SheetUnreadable(other.get(), 0);
        }
        String text = decoded(bytes, charset(bytes))
                .or(() -> decoded(bytes, Charset.forName("windows-1252")))
                .orElse("\0");
        if (text.indexOf('\0') >= 0) {
            throw new SheetUnreadable(SheetUnreadable.Kind.NO_TEXT, 0);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Recognises by their first bytes other kinds of files that are often given instead of CSV. */
    private static Optional<SheetUnreadable.Kind> otherKind(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return Optional.of(SheetUnreadable.Kind.WORKBOOK);
        }
        if (start.startsWith("%PDF-")) {
            return Optional.of(SheetUnreadable.Kind.PDF);
        }
        String visible =
                start.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        return visible.startsWith("<") ? Optional.of(SheetUnreadable.Kind.WEB_PAGE) : Optional.empty();
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
