package org.hostelchat.attachment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What becomes of pictures on their way to the disk. */
class PictureCopyTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private PictureSize copy(FileType type, byte[] picture) throws IOException {
        assertEquals(type, FileType.ofHead(Arrays.copyOf(picture, FileType.HEAD)));
        out.reset();
        return PictureCopy.copy(type, new ByteArrayInputStream(picture), out);
    }

    @Test
    void plainPicturesStayAsTheyAre() throws IOException {
        assertEquals(new PictureSize(40, 30), copy(FileType.JPEG, Pictures.jpeg(40, 30)));
        assertArrayEquals(Pictures.jpeg(40, 30), out.toByteArray());
        assertEquals(new PictureSize(41, 31), copy(FileType.PNG, Pictures.png(41, 31)));
        assertArrayEquals(Pictures.png(41, 31), out.toByteArray());
        assertEquals(new PictureSize(42, 32), copy(FileType.GIF, Pictures.gif(42, 32)));
        assertArrayEquals(Pictures.gif(42, 32), out.toByteArray());
    }

    @Test
    void aPhotoLosesItsPlaceAndKeepsWhichSideIsUp() throws IOException {
        assertEquals(new PictureSize(30, 40), copy(FileType.JPEG, Pictures.photo(40, 30)), "as it is shown");
        assertFalse(Pictures.latin(out.toByteArray()).contains("GPS"));
        assertFalse(Pictures.latin(out.toByteArray()).contains("ftyp"));
        assertTrue(Pictures.latin(out.toByteArray()).contains("Exif\0\0MM"), "the turn alone");
        var shown = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(40, shown.getWidth());
        var again = out.toByteArray();
        assertEquals(new PictureSize(30, 40), copy(FileType.JPEG, again));
        assertArrayEquals(again, out.toByteArray(), "a copy of the copy is the same");
    }

    @Test
    void aPngLosesItsTextsAndWhatIsBehindItsEnd() throws IOException {
        assertEquals(new PictureSize(40, 30), copy(FileType.PNG, Pictures.describedPng(40, 30)));
        assertArrayEquals(Pictures.png(40, 30), out.toByteArray());
    }

    @Test
    void aWebpLosesItsExifAndKeepsItsLength() throws IOException {
        var webp = Pictures.webp(400, 300);
        assertEquals(new PictureSize(400, 300), copy(FileType.WEBP, webp));
        assertEquals(webp.length, out.size());
        assertFalse(Pictures.latin(out.toByteArray()).contains("GPS"));
        assertFalse(Pictures.latin(out.toByteArray()).contains("EXIF"));
        assertEquals(0, out.toByteArray()[20] & 0x0c, "and does not say that it has any");
    }

    @Test
    void whatIsNoPictureIsSaidToBeNone() {
        var bomb = Pictures.png(2, 2);
        bomb[18] = bomb[22] = 0x7f;
        for (var other : new byte[][] {
            Pictures.latin("\u00ff\u00d8\u00ff<html><script>alert(1)</script>"),
            Arrays.copyOf(Pictures.jpeg(40, 30), 300),
            Arrays.copyOf(Pictures.png(40, 30), 60),
            Arrays.copyOf(Pictures.webp(40, 30), 40),
            Pictures.latin("GIF89a"),
            bomb
        }) {
            var type = FileType.ofHead(Arrays.copyOf(other, Math.min(other.length, FileType.HEAD)));
            assertTrue(type.isPicture());
            assertThrows(
                    NotAPicture.class,
                    () -> PictureCopy.copy(type, new ByteArrayInputStream(other), out),
                    () -> Pictures.latin(other));
        }
    }

    /** Whatever the bytes are, it ends, as a picture or as none, and never in another way. */
    @Test
    void brokenBytesEndAsAPictureOrAsNone() {
        var random = new Random(7);
        for (var good : new byte[][] {
            Pictures.photo(20, 10), Pictures.describedPng(20, 10), Pictures.webp(20, 10), Pictures.gif(20, 10)
        }) {
            var type = FileType.ofHead(Arrays.copyOf(good, FileType.HEAD));
            for (var i = 0; i < 2_000; i++) {
                var bytes = good.clone();
                for (var k = 0; k <= i % 4; k++)
                    bytes[random.nextInt(Math.min(bytes.length, 400))] = (byte) random.nextInt();
                try {
                    PictureCopy.copy(type, new ByteArrayInputStream(bytes), out);
                } catch (NotAPicture none) {
                    // As it should be.
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                out.reset();
            }
        }
    }

    @Test
    void aTypeIsWhatTheFirstBytesSay() {
        assertEquals(FileType.PDF, type("%PDF-1.7"));
        assertEquals(FileType.ZIP, type("PK\u0003\u0004"));
        assertEquals(FileType.MP4, type("\0\0\0\u0018ftypmp42"));
        assertEquals(FileType.M4A, type("\0\0\0\u0018ftypM4A "));
        assertEquals(FileType.OTHER, type("\0\0\0\u0018ftypheic"));
        assertEquals(FileType.MP3, type("ID3\u0003"));
        assertEquals(FileType.MP3, type("\u00ff\u00fb\u0090\0"));
        assertEquals(FileType.WAV, type("RIFF\0\0\0\0WAVE"));
        assertEquals(FileType.OTHER, type("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"));
        assertEquals(FileType.OTHER, type("<!doctype html>"));
        assertEquals(FileType.OTHER, type("MZ"));
        assertEquals(FileType.OTHER, type(""));
    }

    private static FileType type(String head) {
        return FileType.ofHead(Pictures.latin(head));
    }
}
