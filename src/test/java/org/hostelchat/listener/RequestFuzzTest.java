package org.hostelchat.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hostelchat.support.Mutations;

/** An arbitrary request head, and a body in arbitrary chunks, is accepted or refused, and has one meaning. */
class RequestFuzzTest {

    @Provide
    Arbitrary<String> targets() {
        return Mutations.of(
                "/api/users/21%2FCS%2F042/sessions", "/chat", "/%E0%A4%85/..b/", "/admin/act;x=y", "/a/../b");
    }

    @Provide
    Arbitrary<String> values() {
        return Mutations.of("127.0.0.1:8080", "chat.hostel", "[::1]:65535", "chunked", "12", "identity", "q=%ff&a=|");
    }

    @Property
    void aHeadIsTakenOrRefused(@ForAll("targets") String path, @ForAll("values") String value) {
        checkHeads(path, value);
    }

    static void checkHeads(String path, String value) {
        for (var head : List.of(
                head(path, null, value, List.of(), List.of()),
                head("/", value, "h", List.of(), List.of()),
                head("/", null, "h", List.of(value), List.of()),
                head("/", null, "h", List.of(), List.of(value)))) {
            if (head.check().isPresent()) continue;
            var segments = Arrays.asList(head.path().replaceAll("(?i)%2e", ".").split("/", -1));
            assertFalse(segments.contains("..") || segments.contains("."), head.path());
            assertTrue(head.path().chars().allMatch(c -> c > ' ' && c < 127 && c != '\\' && c != ';'), head.path());
            assertTrue(
                    head.transferEncodings().isEmpty()
                            || head.transferEncodings().get(0).equalsIgnoreCase("chunked"),
                    head.transferEncodings().toString());
        }
    }

    private static RequestHead head(
            String path, String query, String host, List<String> lengths, List<String> codings) {
        return new RequestHead("GET", "HTTP/1.1", path, query, List.of(host), lengths, codings, List.of());
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        return Mutations.bytesOf("5\r\nhello\r\n0000B\r\n, residents\r\n0\r\n\r\n", "0\r\n\r\n", "ff\r\n");
    }

    /** In one piece or byte by byte: no two readers may see two bodies. */
    @Property
    void chunksMeanTheSameHoweverTheyArrive(@ForAll("bodies") byte[] bytes) {
        checkChunks(bytes);
    }

    static void checkChunks(byte[] bytes) {
        var whole = new ByteArrayOutputStream();
        var atOnce = new ChunkReader();
        var in = new ByteArrayInputStream(bytes);
        var taken = atOnce.read(bytes.length, in::read, whole);

        var parts = new ByteArrayOutputStream();
        var slowly = new ChunkReader();
        var slowlyTaken = true;
        for (var i = 0; i < bytes.length && slowlyTaken && !slowly.isAtEnd(); i++) {
            slowlyTaken = slowly.read(1, new ByteArrayInputStream(bytes, i, 1)::read, parts);
        }
        assertEquals(taken, slowlyTaken);
        assertEquals(atOnce.isAtEnd(), slowly.isAtEnd());
        assertEquals(whole.size(), parts.size());
        assertTrue(whole.size() <= bytes.length);
    }
}
