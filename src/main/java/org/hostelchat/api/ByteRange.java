package org.hostelchat.api;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The requested bytes of a file.
 *
 * @param from the first byte, counted from 0
 * @param to the end, exclusive
 */
record ByteRange(long from, long to) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** A range beyond the end of the file. */
    static final ByteRange NONE = new ByteRange(0, 0);

    static ByteRange whole(long size) {
        return new ByteRange(0, size);
    }

    /**
     * @param header as received; null for none
     * @param size of the file, more than 0
     * @return empty, for the whole file, if the header asks for no range or for several, or is malformed, as RFC 9110
     *     allows; {@link #NONE} for a range beyond its end
     */
    static Optional<ByteRange> asked(String header, long size) {
        var asked = header == null ? null : ONE.matcher(header.strip());
        if (asked == null || !asked.matches()) return Optional.empty();
        var first = asked.group(1);
        var last = asked.group(2);
        if (first.isEmpty() && last.isEmpty()) return Optional.empty();
        if (first.isEmpty()) {
            var count = Long.parseLong(last);
            return Optional.of(count == 0 ? NONE : new ByteRange(Math.max(0, size - count), size));
        }
        var from = Long.parseLong(first);
        var to = last.isEmpty() ? size : Math.min(size, Long.parseLong(last) + 1);
        if (!last.isEmpty() && Long.parseLong(last) < from) return Optional.empty();
        return Optional.of(from >= size ? NONE : new ByteRange(from, to));
    }

    long length() {
        return to - from;
    }

    String contentRange(long size) {
        return "bytes " + from + "-" + (to - 1) + "/" + size;
    }
}
