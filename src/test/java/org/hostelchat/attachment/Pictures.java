package org.hostelchat.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures for tests, with and without what cameras write into them. */
public final class Pictures {

    /** Stands in them for the place and the camera. */
    public static final String PLACE = "GPS 12.9716 77.5946 Pixel";

    private Pictures() {}

    public static byte[] jpeg(int width, int height) {
        return image("jpeg", width, height);
    }

    public static byte[] png(int width, int height) {
        return image("png", width, height);
    }

    public static byte[] gif(int width, int height) {
        return image("gif", width, height);
    }

    private static byte[] image(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < width; x++)
            for (var y = 0; y < height; y++) image.setRGB(x, y, ((x * 7) << 16) | ((y * 5) << 8) | (x ^ y));
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    /** A JPEG as phones make it: lying on its side, with its place, and with a film behind its end. */
    public static byte[] photo(int width, int height) {
        var exif = "Exif\0\0II*\0\u0008\0\0\0\u0001\0\u0012\u0001\u0003\0\u0001\0\0\0\u0006\0\0\0\0\0\0\0" + PLACE;
        return join(
                part(jpeg(width, height), 0, 2),
                segment(0xe1, exif),
                segment(0xe1, "http://ns.adobe.com/xap/1.0/\0" + PLACE),
                segment(0xed, "Photoshop 3.0\0" + PLACE),
                segment(0xfe, PLACE),
                part(jpeg(width, height), 2, Integer.MAX_VALUE),
                latin("\0\0\0\u0018ftypmp42" + PLACE));
    }

    private static byte[] segment(int marker, String content) {
        var length = content.length() + 2;
        return latin("\u00ff" + (char) marker + (char) (length >> 8) + (char) (length & 255) + content);
    }

    /** A PNG with texts and a camera's data, and with HTML behind its end. */
    public static byte[] describedPng(int width, int height) {
        var png = png(width, height);
        return join(
                part(png, 0, 33),
                chunk("tEXt", "Location\0" + PLACE),
                chunk("eXIf", PLACE),
                part(png, 33, Integer.MAX_VALUE),
                latin("<script>alert('" + PLACE + "')</script>"));
    }

    private static byte[] chunk(String type, String content) {
        var crc = new CRC32();
        crc.update(latin(type + content));
        return join(number(content.length()), latin(type + content), number((int) crc.getValue()));
    }

    private static byte[] number(int n) {
        return new byte[] {(byte) (n >> 24), (byte) (n >> 16), (byte) (n >> 8), (byte) n};
    }

    /** The frame of a WebP with EXIF: not one that can be shown. */
    public static byte[] webp(int width, int height) {
        var w = width - 1;
        var h = height - 1;
        var head =
                "\u000c\0\0\0" + (char) (w & 255) + (char) (w >> 8) + "\0" + (char) (h & 255) + (char) (h >> 8) + "\0";
        var chunks = "VP8X\n\0\0\0" + head + "VP8L\u0006\0\0\0/\0\0\0\0\0" + "EXIF" + (char) PLACE.length() + "\0\0\0"
                + PLACE + (PLACE.length() % 2 == 1 ? "\0" : "");
        var length = chunks.length() + 4;
        return latin("RIFF" + (char) (length & 255) + (char) (length >> 8) + "\0\0WEBP" + chunks);
    }

    public static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, Math.min(to, bytes.length));
    }

    public static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) all.writeBytes(part);
        return all.toByteArray();
    }
}
