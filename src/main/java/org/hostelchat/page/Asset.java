package org.hostelchat.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A static file in memory, ready to be sent. */
final class Asset {

    private final String type;
    private final byte[] plain;
    private final byte[] gzipped;

    private Asset(String type, byte[] plain, byte[] gzipped) {
        this.type = type;
        this.plain = plain;
        this.gzipped = gzipped;
    }

    static Asset of(String path, byte[] content) {
        var type = typeOf(path);
        var smaller = type.startsWith("image/png") || type.startsWith("font/") ? content : gzip(content);
        return new Asset(type, content, smaller.length < content.length ? smaller : null);
    }

    /** The media type, with the charset for text. */
    String type() {
        return type;
    }

    /** The content. Must not be changed. */
    byte[] plain() {
        return plain;
    }

    /** The content compressed with gzip, or null if that is not smaller. */
    byte[] gzipped() {
        return gzipped;
    }

    private static String typeOf(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=utf-8";
            case "js" -> "text/javascript;charset=utf-8";
            case "map" -> "application/json";
            case "svg" -> "image/svg+xml;charset=utf-8";
            case "png" -> "image/png";
            case "woff2" -> "font/woff2";
            case "webmanifest" -> "application/manifest+json;charset=utf-8";
            default -> "application/octet-stream";
        };
    }

    private static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream(content.length / 2 + 64);
        try (var out = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
