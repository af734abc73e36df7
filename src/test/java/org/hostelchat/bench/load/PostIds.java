package org.hostelchat.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The client ids of one run: UUIDs that begin with the run's id and whose last twelve digits are the post's number, so
 * that an answer is found without a map. Thread-safe.
 */
final class PostIds {

    private static final int PREFIX = 24;
    private static final int LENGTH = 36;

    private final String prefix = UUID.randomUUID().toString().substring(0, PREFIX);
    private final byte[] prefixBytes = prefix.getBytes(StandardCharsets.US_ASCII);

    String of(long number) {
        return prefix + HexFormat.of().toHexDigits(number, LENGTH - PREFIX);
    }

    /** The post's number, or -1 for the id of another run. */
    long number(byte[] text, int at) {
        if (at + LENGTH > text.length) {
            return -1;
        }
        for (int i = 0; i < PREFIX; i++) {
            if (text[at + i] != prefixBytes[i]) {
                return -1;
            }
        }
        long number = 0;
        for (int i = PREFIX; i < LENGTH; i++) {
            number = (number << 4) | Character.digit(text[at + i], 16);
        }
        return number;
    }
}
