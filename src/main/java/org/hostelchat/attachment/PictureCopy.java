package org.hostelchat.attachment;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Copies a picture without what says where, when and by which camera it was taken, and without anything that stands behind its end; finds out its
 * size on the way. Reads the borders of its parts, and decodes nothing. In one pass, with no more than one part of 64 KB in memory.
 */
final class PictureCopy {

    private PictureCopy() {}

    /**
     * @param type one of a picture
     * @return how large it is
     * @throws NotAPicture if it is not made as such pictures are
     */
    static PictureSize copy(FileType type, InputStream from, OutputStream to) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(from));
        var out = new DataOutputStream(new BufferedOutputStream(to));
        try {
            var size =
                    switch (type) {
                        case JPEG -> new JpegCopy(in, out).copy();
                        case PNG -> PngCopy.copy(in, out);
                        case GIF -> gif(in, out);
                        case WEBP -> WebpCopy.copy(in, out);
                        default -> throw new NotAPicture("another type");
                    };
            out.flush();
            return size.check();
        } catch (EOFException early) {
            throw new NotAPicture("ends too early");
        }
    }

    /** These have no such parts. */
    private static PictureSize gif(DataInputStream in, DataOutputStream out) throws IOException {
        var head = in.readNBytes(10);
        if (head.length < 10) throw new NotAPicture("ends too early");
        out.write(head);
        in.transferTo(out);
        return new PictureSize(littleEndian(head, 6, 2), littleEndian(head, 8, 2));
    }

    static int littleEndian(byte[] bytes, int at, int count) {
        var number = 0;
        for (var i = count - 1; i >= 0; i--) number = (number << 8) | (bytes[at + i] & 0xff);
        return number;
    }

    /** Copies exactly so many bytes. */
    static void copy(DataInputStream in, DataOutputStream out, long count) throws IOException {
        var buffer = new byte[8192];
        for (var left = count; left > 0; ) {
            var read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) throw new EOFException();
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
