package org.hostelchat.attachment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** Arbitrary bytes that begin like a picture are copied, and the copy is a picture of that size, or they are none. */
class PictureFuzz {

    @FuzzTest(maxDuration = "5m")
    void pictures(byte[] bytes) throws IOException {
        var type = FileType.ofHead(Arrays.copyOf(bytes, Math.min(bytes.length, FileType.HEAD)));
        var copy = new ByteArrayOutputStream();
        PictureSize size;
        try {
            size = PictureCopy.copy(type, new ByteArrayInputStream(bytes), copy);
        } catch (NotAPicture other) {
            return;
        }
        assertTrue(size.width() > 0 && size.height() > 0, size.toString());
        assertTrue(copy.size() <= bytes.length + 64, "not much more than was given");
        var again = new ByteArrayOutputStream();
        assertEquals(size, PictureCopy.copy(type, new ByteArrayInputStream(copy.toByteArray()), again));
        assertArrayEquals(copy.toByteArray(), again.toByteArray(), "what was removed once stays removed");
    }
}
