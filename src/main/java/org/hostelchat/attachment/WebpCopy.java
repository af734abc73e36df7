package org.hostelchat.attachment;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Copies a WebP. What it says of its place and camera becomes a chunk of zeros that means nothing, of the same length: the whole length stands at
 * the beginning.
 */
final class WebpCopy {

    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final String NOTHING = "JUNK";

    /** "There is EXIF" and "there is XMP", in the first byte of VP8X. */
    private static final int NO_METADATA = ~(0x08 | 0x04);

    private static final int LARGEST = 1 << 30;
    private static final int HEAD = 10;

    private WebpCopy() {}

    static PictureSize copy(DataInputStream in, DataOutputStream out) throws IOException {
        var riff = new byte[12];
        in.readFully(riff);
        long left = PictureCopy.littleEndian(riff, 4, 4) - 4L;
        if (left < 0 || left > LARGEST) throw new NotAPicture("no length");
        out.write(riff);
        PictureSize size = null;
        while (left >= 8) {
            var chunk = new byte[8];
            in.readFully(chunk);
            var type = new String(chunk, 0, 4, StandardCharsets.ISO_8859_1);
            long length = PictureCopy.littleEndian(chunk, 4, 4);
            length += length & 1;
            left -= 8 + length;
            if (length < 0 || left < 0) throw new NotAPicture("no chunk");
            if (!KEPT.contains(type)) {
                out.write(NOTHING.getBytes(StandardCharsets.ISO_8859_1));
                out.write(chunk, 4, 4);
                in.skipNBytes(length);
                for (var i = 0L; i < length; i++) out.writeByte(0);
                continue;
            }
            out.write(chunk);
            if (size == null) {
                if (length < HEAD) throw new NotAPicture("no head");
                var head = new byte[HEAD];
                in.readFully(head);
                size = size(type, head).check();
                if (type.equals("VP8X")) head[0] &= (byte) NO_METADATA;
                out.write(head);
                length -= HEAD;
            }
            PictureCopy.copy(in, out, length);
        }
        if (size == null) throw new NotAPicture("no chunk");
        return size;
    }

    private static PictureSize size(String type, byte[] head) throws IOException {
        return switch (type) {
            case "VP8X" ->
                new PictureSize(1 + PictureCopy.littleEndian(head, 4, 3), 1 + PictureCopy.littleEndian(head, 7, 3));
            case "VP8 " ->
                new PictureSize(
                        PictureCopy.littleEndian(head, 6, 2) & 0x3fff, PictureCopy.littleEndian(head, 8, 2) & 0x3fff);
            case "VP8L" -> {
                var sides = PictureCopy.littleEndian(head, 1, 4);
                yield new PictureSize(1 + (sides & 0x3fff), 1 + (sides >>> 14 & 0x3fff));
            }
            default -> throw new NotAPicture("no head");
        };
    }
}
