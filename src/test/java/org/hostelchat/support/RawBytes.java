package org.hostelchat.support;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The bytes of a SQLite database's files (database, WAL, WAL index), to search them for traces of deleted texts. */
public final class RawBytes {

    /** In bytes: shorter sequences are found by chance. */
    private static final int SHORTEST = 12;

    private final Set<Long> pieces = new HashSet<>();

    private RawBytes() {}

    /**
     * Reads the present content. To be called from another process than the server's, or by a test that has the
     * database for itself.
     */
    public static RawBytes of(Path database) throws IOException {
        var found = new RawBytes();
        for (var end : new String[] {"", "-wal", "-shm", "-journal"}) {
            var file = Path.of(database + end);
            if (Files.exists(file)) found.add(Files.readAllBytes(file));
        }
        return found;
    }

    private void add(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        for (var i = 0; i + SHORTEST <= bytes.length; i++) {
            if (bytes[i] != 0) pieces.add(piece(buffer, i));
        }
    }

    private static long piece(ByteBuffer bytes, int at) {
        return bytes.getLong(at) ^ Long.rotateLeft(bytes.getInt(at + 8) * 0x9e3779b97f4a7c15L, 17);
    }

    /** The longest part of the text, of at least twelve bytes, that occurs in the files; empty for none. */
    public String longestPieceOf(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var buffer = ByteBuffer.wrap(bytes);
        var longest = 0;
        var end = 0;
        var length = 0;
        for (var i = 0; i + SHORTEST <= bytes.length; i++) {
            length = pieces.contains(piece(buffer, i)) ? Math.max(length + 1, SHORTEST) : 0;
            if (length > longest) {
                longest = length;
                end = i + SHORTEST;
            }
        }
        return new String(bytes, end - longest, longest, StandardCharsets.UTF_8);
    }
}
