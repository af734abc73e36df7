package org.hostelchat.legacy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.hostelchat.message.MessageDraft;
import org.hostelchat.text.Characters;
import org.hostelchat.text.PlainText;

/** The text of a message in the form that is stored here, from bytes in whatever encoding. */
final class ReportText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Fewer than {@link PlainText} refuses. */
    private static final int MOST_MARKS = 20;

    private ReportText() {}

    /** UTF-8 if it is valid, UTF-16 if it says so, else Western European text of old Windows programs, in which all bytes mean something. */
    static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        if (startsWith(bytes, 0xFE, 0xFF)) return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS);
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && bytes[0] == (byte) first && bytes[1] == (byte) second;
    }

    /**
     * The text as one or, if it is longer than a message may be, several messages. What can't be shown is left out.
     *
     * @return none if nothing can be seen of it
     */
    static List<String> messages(String text) {
        var parts = new ArrayList<String>();
        // Before it is cut: composed letters, of which Indian scripts have many, may become two.
        var clean = Normalizer.normalize(withoutUnshown(text), Normalizer.Form.NFC);
        for (var from = 0; from < clean.length(); ) {
            var left = clean.codePointCount(from, clean.length());
            var to = left <= MessageDraft.LONGEST_BODY
                    ? clean.length()
                    : clean.offsetByCodePoints(from, MessageDraft.LONGEST_BODY);
            add(parts, clean.substring(from, to));
            from = to;
        }
        return parts;
    }

    private static void add(List<String> parts, String part) {
        // Blanks, or what only looks like nothing.
        if (Characters.showsSomething(part)) parts.add(PlainText.check("data", part, MessageDraft.LONGEST_BODY));
    }

    private static String withoutUnshown(String text) {
        var clean = new StringBuilder(text.length());
        var marks = 0;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            var type = Character.getType(c);
            var isMark = type == Character.NON_SPACING_MARK
                    || type == Character.ENCLOSING_MARK
                    || type == Character.COMBINING_SPACING_MARK;
            marks = isMark ? marks + 1 : 0;
            if (marks <= MOST_MARKS && isShown(c, type)) clean.appendCodePoint(c);
        }
        return clean.toString();
    }

    private static boolean isShown(int c, int type) {
        if (c == '\n' || c == '\r' || c == '\t') return true;
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && (c & 0xFFFE) != 0xFFFE
                && !(c >= 0xFDD0 && c <= 0xFDEF);
    }
}
