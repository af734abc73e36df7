package org.hostelchat.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The file of a form as browsers send it. */
class FilePartTest {

    private static final String TYPE = "multipart/form-data; boundary=----b";

    private static byte[] body(String fileName, byte[] content) {
        var head = "------b\r\nContent-Disposition: form-data; name=\"once\"\r\n\r\n1\r\n------b\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n";
        var text = new String(head.getBytes(UTF_8), ISO_8859_1) + new String(content, ISO_8859_1) + "\r\n------b--\r\n";
        return text.getBytes(ISO_8859_1);
    }

    @Test
    void theFileIsFoundWithItsNameInAnyScript() {
        var file = FilePart.find(TYPE, body("C:\\Lists\\सूची é %22a%22.csv", "नाम\r\n".getBytes(UTF_8)), "file")
                .orElseThrow();
        assertEquals("सूची é \"a\".csv", file.name());
        assertEquals("नाम\r\n", new String(file.content(), UTF_8));
        assertEquals(
                "",
                new String(
                        FilePart.find(TYPE, body("", new byte[0]), "file")
                                .orElseThrow()
                                .content(),
                        UTF_8));
    }

    @Test
    void whatIsNoFormHasNoFile() {
        var body = body("a.csv", "x".getBytes(UTF_8));
        assertTrue(FilePart.find(null, body, "file").isEmpty());
        assertTrue(FilePart.find("text/csv", body, "file").isEmpty());
        assertTrue(FilePart.find("multipart/form-data", body, "file").isEmpty());
        assertTrue(FilePart.find(TYPE, body, "other").isEmpty());
        assertTrue(FilePart.find(TYPE, new byte[0], "file").isEmpty());
    }

    @Property(tries = 200)
    void anyBytesComeThrough(@ForAll byte[] content) {
        if (new String(content, ISO_8859_1).contains("\r\n------b")) return;
        assertArrayEquals(
                content,
                FilePart.find(TYPE, body("a", content), "file").orElseThrow().content());
    }

    @Property(tries = 200)
    void aBodyThatBreaksOffIsNoFault(@ForAll byte[] noise) {
        var whole = body("a", noise);
        for (var length = 0; length < whole.length; length += 7) {
            assertNotNull(FilePart.find(TYPE, Arrays.copyOf(whole, length), "file"));
        }
    }
}
