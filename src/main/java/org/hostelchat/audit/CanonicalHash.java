package org.hostelchat.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.hostelchat.text.Sha256;

/**
 * SHA-256 of a list of fields, encoded so that different lists never have the same bytes. Each field is one byte for
 * its type (0 null, 1 number, 2 text), followed by the number in eight bytes, or the length of the text's UTF-8 form in
 * four bytes and that form; big-endian. {@code docs/operations.md} describes it for those who want to verify a record
 * with their own program.
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

    /** The hash in 64 lower-case hexadecimal digits. */
    String hex() {
        return Sha256.hex(bytes.toByteArray());
    }
}
