package org.hostelchat.form;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file of a form that was sent as {@code multipart/form-data}. The container's own reader expects bodies where a large one is not: {@code
 * listener} has put it into a file.
 *
 * @param name as the browser gives it, without folders; empty if no file was chosen
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares files; the bytes are the caller's
public record FilePart(String name, byte[] content) {

    private static final Pattern BOUNDARY = Pattern.compile("(?i);\\s*boundary=\"?([^\";,\\s]{1,70})\"?");
    private static final Pattern FIELD = Pattern.compile("(?i);\\s*name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i);\\s*filename=\"([^\"]*)\"");
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
    private static final int LONGEST_HEAD = 8 * 1024;

    /**
     * Finds the file in a body.
     *
     * @param contentType of the request; may be null
     * @param field the name of the form's field
     * @return empty if there is no such field, or the body is not of this form
     */
    public static Optional<FilePart> find(String contentType, byte[] body, String field) {
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data"))
            return Optional.empty();
        var boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) return Optional.empty();
        // Before every part but the first a line ends, which belongs to the delimiter.
        var delimiter = ("\r\n--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
        var at = startsWith(body, delimiter) ? delimiter.length - 2 : endOf(body, delimiter, 0);
        while (at >= 0) {
            var head = indexOf(body, END_OF_HEAD, at);
            if (head < 0 || head - at > LONGEST_HEAD) return Optional.empty();
            var end = indexOf(body, delimiter, head + END_OF_HEAD.length - 2);
            if (end < 0) return Optional.empty();
            var text = new String(body, at, head - at, StandardCharsets.UTF_8);
            var name = FIELD.matcher(text);
            if (name.find() && name.group(1).equals(field)) {
                var from = Math.min(head + END_OF_HEAD.length, end);
                return Optional.of(new FilePart(fileName(text), Arrays.copyOfRange(body, from, end)));
            }
            at = end + delimiter.length;
        }
        return Optional.empty();
    }

    /** At the very beginning the delimiter has no line before it. */
    private static boolean startsWith(byte[] body, byte[] delimiter) {
        var length = delimiter.length - 2;
        return body.length >= length && Arrays.equals(body, 0, length, delimiter, 2, delimiter.length);
    }

    private static String fileName(String head) {
        var name = FILE_NAME.matcher(head);
        if (!name.find()) return "";
        // Browsers write quotes in names in this way.
        var given = name.group(1).replace("%22", "\"");
        return given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    }

    private static int endOf(byte[] body, byte[] what, int from) {
        var at = indexOf(body, what, from);
        return at < 0 ? -1 : at + what.length;
    }

    private static int indexOf(byte[] body, byte[] what, int from) {
        for (var i = Math.max(0, from); i <= body.length - what.length; i++) {
            if (Arrays.equals(body, i, i + what.length, what, 0, what.length)) return i;
        }
        return -1;
    }
}
