package org.hostelchat.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The type of a file by its first bytes, whatever its name and its sender claim. Unknown content is treated as plain
 * bytes.
 */
enum FileType {
    JPEG("image/jpeg", true),
    PNG("image/png", true),
    GIF("image/gif", true),
    WEBP("image/webp", true),
    MP4("video/mp4", true),
    M4A("audio/mp4", true),
    WEBM("video/webm", true),
    OGG("audio/ogg", true),
    MP3("audio/mpeg", true),
    WAV("audio/wav", true),
    PDF("application/pdf", false),
    ZIP("application/zip", false),
    OTHER("application/octet-stream", false);

    /** The number of first bytes that suffices. */
    static final int HEAD = 16;

    private final String mediaType;
    private final boolean shown;

    FileType(String mediaType, boolean shown) {
        this.mediaType = mediaType;
        this.shown = shown;
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether browsers may display or play it inline. They execute nothing in such files. */
    boolean isShown() {
        return shown;
    }

    boolean isPicture() {
        return mediaType.startsWith("image/");
    }

    static FileType of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElse(OTHER);
    }

    /** @param head the first {@value #HEAD} bytes, or fewer if the file is shorter */
    static FileType ofHead(byte[] head) {
        var text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) return JPEG;
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) return PNG;
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) return GIF;
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) return WEBP;
        if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) return WAV;
        if (text.startsWith("ftyp", 4)) return ofBrand(text.substring(Math.min(8, text.length())));
        if (text.startsWith("\u001aE\u00df\u00a3")) return WEBM;
        if (text.startsWith("OggS")) return OGG;
        if (text.startsWith("ID3") || isMp3Frame(text)) return MP3;
        if (text.startsWith("%PDF-")) return PDF;
        if (text.startsWith("PK\u0003\u0004")) return ZIP;
        return OTHER;
    }

    /** Pictures in this container, and formats that only some browsers play, are treated as plain bytes. */
    private static FileType ofBrand(String brand) {
        if (brand.startsWith("M4A ") || brand.startsWith("M4B ")) return M4A;
        for (var known :
                new String[] {"isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "dash", "3gp"}) {
            if (brand.startsWith(known)) return MP4;
        }
        return OTHER;
    }

    /** A frame of MPEG audio, layer III, with a bit rate and a sampling rate that exist. */
    private static boolean isMp3Frame(String text) {
        if (text.length() < 4 || text.charAt(0) != 0xff) return false;
        var second = text.charAt(1) & 0xfe;
        var third = text.charAt(2);
        return (second == 0xfa || second == 0xf2) && third >> 4 != 0 && third >> 4 != 15 && (third >> 2 & 3) != 3;
    }
}
