package org.hostelchat.attachment;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Copies a JPEG: of its application segments only those that say how to show it, which are colours and which side is up. It ends where its end is
 * marked, since phones put films and second pictures behind it.
 */
final class JpegCopy {

    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int COMMENT = 0xfe;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final String EXIF = "Exif\0\0";

    private final DataInputStream in;
    private final DataOutputStream out;
    private PictureSize size;
    private int orientation = 1;

    JpegCopy(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    PictureSize copy() throws IOException {
        if (in.readUnsignedShort() != 0xff00 + START) throw new NotAPicture("no start");
        out.writeShort(0xff00 + START);
        var marker = marker();
        while (marker != END) {
            segment(marker);
            marker = marker == SCAN ? scan() : marker();
        }
        out.writeShort(0xff00 + END);
        if (size == null) throw new NotAPicture("without a size");
        return orientation >= 5 ? size.turned() : size;
    }

    private int marker() throws IOException {
        if (in.readUnsignedByte() != 0xff) throw new NotAPicture("no marker");
        int marker;
        do marker = in.readUnsignedByte();
        while (marker == 0xff);
        return marker;
    }

    private void segment(int marker) throws IOException {
        if (marker < 0xc0 || (marker >= 0xd0 && marker < SCAN)) throw new NotAPicture("no segment");
        var length = in.readUnsignedShort() - 2;
        if (length < 0) throw new NotAPicture("no length");
        var content = new byte[length];
        in.readFully(content);
        if (isFrame(marker)) frame(content);
        if (marker == APP1 && begins(content, EXIF)) orient(content);
        else if (isKept(marker, content)) write(marker, content);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private void frame(byte[] content) throws IOException {
        if (content.length < 6 || size != null) throw new NotAPicture("more than one frame, or none");
        size = new PictureSize(number(content, 3, 2, true), number(content, 1, 2, true)).check();
    }

    private static boolean isKept(int marker, byte[] content) {
        if (marker == COMMENT) return false;
        if (marker < APP0 || marker > APP15) return true;
        return (marker == APP0 && begins(content, "JFIF\0"))
                || (marker == APP2 && begins(content, "ICC_PROFILE\0"))
                || (marker == APP14 && begins(content, "Adobe"));
    }

    private void write(int marker, byte[] content) throws IOException {
        out.writeShort(0xff00 + marker);
        out.writeShort(content.length + 2);
        out.write(content);
    }

    /** Nothing of it but which side is up. */
    private void orient(byte[] content) throws IOException {
        var found = orientation(content);
        if (found < 2 || found > 8 || orientation != 1) return;
        orientation = found;
        var exif = EXIF + "MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0" + (char) found + "\0\0\0\0\0\0";
        write(APP1, exif.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static int orientation(byte[] content) {
        var tiff = EXIF.length();
        if (content.length < tiff + 8) return 1;
        var big = content[tiff] == 'M';
        var directory = tiff + (long) number(content, tiff + 4, 4, big);
        if (directory < tiff || directory + 2 > content.length) return 1;
        var entries = number(content, (int) directory, 2, big);
        for (var i = 0; i < entries; i++) {
            var entry = (int) directory + 2 + 12 * i;
            if (entry + 12 > content.length) return 1;
            if (number(content, entry, 2, big) == 0x112) return number(content, entry + 8, 2, big);
        }
        return 1;
    }

    /** Copies what the scan consists of. */
    private int scan() throws IOException {
        while (true) {
            var b = in.readUnsignedByte();
            if (b != 0xff) {
                out.writeByte(b);
                continue;
            }
            int next;
            do next = in.readUnsignedByte();
            while (next == 0xff);
            if (next != 0 && (next < 0xd0 || next > 0xd7)) return next;
            out.writeShort(0xff00 + next);
        }
    }

    private static boolean begins(byte[] content, String with) {
        return new String(content, 0, Math.min(content.length, with.length()), StandardCharsets.ISO_8859_1)
                .equals(with);
    }

    private static int number(byte[] bytes, int at, int count, boolean big) {
        if (!big) return PictureCopy.littleEndian(bytes, at, count);
        var number = 0;
        for (var i = 0; i < count; i++) number = (number << 8) | (bytes[at + i] & 0xff);
        return number;
    }
}
