package org.hostelchat.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.hostelchat.text.Sha256;

/**
 * SHA-256 of several fields, written so that no two different lists of fields are the same bytes: for each field one byte that says
 * which kind it is (0 nothing, 1 a number, 2 a text), then eight bytes of the number, or four of the text's length and the text in
 * UTF-8, all with the highest byte first. {@code docs/operations.md} describes it for whoever wants to check a record without us.
 */
final class CanonicalHash {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    CanonicalHash number(Long number) {
        if (number == null) {
            bytes.write(0);
        } else {
            bytes.write(1);
            bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        }
        return this;
    }

    CanonicalHash text(String text) {
        if (text == null) {
            bytes.write(0);
        } else {
            var utf8 = text.getBytes(StandardCharsets.UTF_8);
            bytes.write(2);
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
            bytes.writeBytes(utf8);
        }
        return this;
    }

    /** In 64 lower-case hexadecimal digits. */
    String hex() {
        return Sha256.hex(bytes.toByteArray());
    }
}
