package org.hostelchat.attachment;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Copies those chunks of a PNG that say what it looks like, up to its end. */
final class PngCopy {

    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs",
            "acTL", "fcTL", "fdAT");

    private static final int SIGNATURE = 8;
    private static final int CHECKSUM = 4;

    private PngCopy() {}

    static PictureSize copy(DataInputStream in, DataOutputStream out) throws IOException {
        PictureCopy.copy(in, out, SIGNATURE);
        PictureSize size = null;
        while (true) {
            var length = in.readInt();
            var name = new byte[4];
            in.readFully(name);
            var type = new String(name, StandardCharsets.ISO_8859_1);
            if (length < 0 || type.equals("IHDR") != (size == null)) throw new NotAPicture("no chunk");
            if (!KEPT.contains(type)) {
                in.skipNBytes((long) length + CHECKSUM);
                continue;
            }
            out.writeInt(length);
            out.write(name);
            long left = length;
            if (size == null) {
                if (length < 8) throw new NotAPicture("no size");
                size = new PictureSize(in.readInt(), in.readInt()).check();
                out.writeInt(size.width());
                out.writeInt(size.height());
                left -= 8;
            }
            PictureCopy.copy(in, out, left + CHECKSUM);
            if (type.equals("IEND")) return size;
        }
    }
}
