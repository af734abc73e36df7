package org.hostelchat.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkReaderTest {

    private final ChunkReader reader = new ChunkReader();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    private boolean read(String text) {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        return reader.read(text.length(), bytes::read, data);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void chunksComeInAnyPieces(int size) {
        var text = "5\r\nhello\r\n0000B\r\n, residents\r\n0\r\n\r\n";
        for (var i = 0; i < text.length(); i += size) {
            assertFalse(reader.isAtEnd());
            assertTrue(read(text.substring(i, Math.min(text.length(), i + size))));
        }
        assertTrue(reader.isAtEnd());
        assertEquals("hello, residents", data.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatFollowsTheEndIsLeft() {
        var bytes = new ByteArrayInputStream("0\r\n\r\nGET /".getBytes(StandardCharsets.US_ASCII));
        assertTrue(reader.read(10, bytes::read, data));
        assertEquals('G', bytes.read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\nhello\r\n0\r\n\r\n",
                "5\r\nhello\n0\r\n\r\n",
                "5\r\nhello\r\n0\n\r\n",
                "5\r\nhello\r\n0\r\n\n",
                "5\r\nhelloXX\r\n0\r\n\r\n",
                "5\rhello\r\n0\r\n\r\n",
                "5;a=b\r\nhello\r\n0\r\n\r\n",
                " 5\r\nhello\r\n0\r\n\r\n",
                "5 \r\nhello\r\n0\r\n\r\n",
                "0x5\r\nhello\r\n0\r\n\r\n",
                "-5\r\nhello\r\n0\r\n\r\n",
                "+5\r\nhello\r\n0\r\n\r\n",
                "\r\nhello\r\n0\r\n\r\n",
                "100000005\r\nhello\r\n0\r\n\r\n",
                "ffffffffffffffff\r\nhello\r\n0\r\n\r\n",
                "5\r\nhello\r\n0\r\nX: y\r\n\r\n",
                "g\r\n",
                "\u00b2\r\n"
            })
    void whatIsNearlyAChunkIsNone(String text) {
        assertFalse(read(text) && reader.isAtEnd());
    }
}
