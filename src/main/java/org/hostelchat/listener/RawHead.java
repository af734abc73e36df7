package org.hostelchat.listener;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.http.HttpHeader;

/**
 * Reads the raw bytes of a request's head, by reflection: the codec drops a {@code Content-Length} that precedes {@code
 * Transfer-Encoding: chunked}, so the parsed headers do not show that both were sent. If the field is not found, no
 * header is ever reported.
 */
final class RawHead {

    private static final Field BUFFER = buffer();

    private RawHead() {}

    /** @param name of a header, in lower case */
    static boolean names(HttpHeader packet, String name) {
        try {
            if (BUFFER == null || !(BUFFER.get(packet) instanceof Buffer head)) return false;
            var text = head.toStringContent(StandardCharsets.ISO_8859_1, 0, head.limit());
            return text.toLowerCase(Locale.ROOT).contains("\n" + name);
        } catch (IllegalAccessException | RuntimeException e) {
            return false;
        }
    }

    private static Field buffer() {
        try {
            var field = HttpHeader.class.getDeclaredField("headerBuffer");
            field.setAccessible(true);
            return field;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }
}
