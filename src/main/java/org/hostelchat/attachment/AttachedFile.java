package org.hostelchat.attachment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The description of a file with its message. Immutable once the file is complete.
 *
 * @param type a media type, by its content
 * @param size in bytes
 * @param width of a picture, in pixels as displayed; null for other files
 * @param height likewise
 * @param preview whether it has a preview picture
 */
public record AttachedFile(long id, String name, String type, long size, Long width, Long height, boolean preview) {

    /** The most files of one post. */
    public static final int MOST_OF_A_POST = 10;

    private static final int FIELDS = 7;

    /** Neither separator occurs in a name. */
    private static final String FIELD_END = "\t";

    private static final String FILE_END = "\n";

    /** The text in the message's row; null for none. */
    public static String stored(List<AttachedFile> files) {
        if (files.isEmpty()) return null;
        return files.stream().map(AttachedFile::line).collect(Collectors.joining(FILE_END));
    }

    private String line() {
        return String.join(
                FIELD_END,
                Long.toString(id),
                type,
                Long.toString(size),
                width == null ? "" : width.toString(),
                height == null ? "" : height.toString(),
                preview ? "1" : "0",
                name);
    }

    /** @param stored the result of {@link #stored}, or null */
    public static List<AttachedFile> read(String stored) {
        if (stored == null) return List.of();
        var files = new ArrayList<AttachedFile>();
        for (var line : stored.split(FILE_END, 0)) {
            var fields = line.split(FIELD_END, FIELDS);
            files.add(new AttachedFile(
                    Long.parseLong(fields[0]),
                    fields[6],
                    fields[1],
                    Long.parseLong(fields[2]),
                    number(fields[3]),
                    number(fields[4]),
                    fields[5].equals("1")));
        }
        return List.copyOf(files);
    }

    private static Long number(String field) {
        return field.isEmpty() ? null : (Long) Long.parseLong(field);
    }
}
