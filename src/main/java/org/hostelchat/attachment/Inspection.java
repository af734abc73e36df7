package org.hostelchat.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;

/** Finds out what uploaded bytes are, and makes them durable in the form in which others get them. Thread-safe. */
final class Inspection {

    /** @param pixels of a picture, else null */
    record Found(BlobStore.Staged bytes, FileType type, PictureSize pixels) {}

    private final BlobStore blobs;

    Inspection(BlobStore blobs) {
        this.blobs = blobs;
    }

    /**
     * A complete upload. A JPEG, PNG or WebP that can't be copied without its place is not kept at all: as just bytes it would keep the place,
     * and programs show it all the same. A GIF has none, and a broken one is kept as just bytes.
     *
     * @param claimed the type that the sender says it has; null for none
     * @throws Refusal.WrongType if it is said to be of a type that a browser shows, and is of none; or begins like a JPEG, PNG or WebP, and is
     *     broken or has too many pixels
     */
    Found stage(long upload, String claimed) {
        var type = type(upload);
        var found = type.isPicture() ? picture(type, upload) : null;
        if (found == null && type.isPicture() && type != FileType.GIF) throw wrongType();
        if (found == null
                && (type.isPicture() || !type.isShown())
                && FileType.of(bare(claimed)).isShown()) {
            throw wrongType();
        }
        if (found != null) return found;
        return new Found(blobs.stage(upload), type.isPicture() ? FileType.OTHER : type, null);
    }

    /** @param bytes all of it */
    Found stagePicture(InputStream from, byte[] bytes) {
        var type = FileType.ofHead(Arrays.copyOf(bytes, Math.min(bytes.length, FileType.HEAD)));
        var found = type.isPicture() ? picture(type, from) : null;
        if (found == null) throw wrongType();
        return found;
    }

    private FileType type(long upload) {
        try (var in = blobs.read(upload)) {
            return FileType.ofHead(in.readNBytes(FileType.HEAD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Found picture(FileType type, long upload) {
        try (var in = blobs.read(upload)) {
            return picture(type, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return null if it is none */
    private Found picture(FileType type, InputStream from) {
        var pixels = new PictureSize[1];
        var broken = new boolean[1];
        var staged = blobs.stage(from, (in, out) -> {
            try {
                pixels[0] = PictureCopy.copy(type, in, out);
            } catch (NotAPicture other) {
                broken[0] = true;
            }
        });
        if (!broken[0]) return new Found(staged, type, pixels[0]);
        blobs.discard(staged);
        return null;
    }

    private static String bare(String claimed) {
        if (claimed == null) return "";
        var end = claimed.indexOf(';');
        return (end < 0 ? claimed : claimed.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static Refusal wrongType() {
        return new Refusal.WrongType("not-this-type", Phrase.of("attachment.not-this-type"));
    }
}
