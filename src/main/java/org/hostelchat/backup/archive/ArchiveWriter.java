package org.hostelchat.backup.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hostelchat.text.Sha256;

/**
 * Writes a backup to a stream, entry by entry, without holding more than a buffer of it. Only {@link #finish} makes it one: a stream
 * that is closed before is recognised as cut off. Not thread-safe.
 */
public final class ArchiveWriter implements Closeable {

    private final ZipOutputStream zip;
    private final StringBuilder sums = new StringBuilder();

    public ArchiveWriter(OutputStream out, ArchiveProperties properties) throws IOException {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        // Pictures are packed already, and a database need not take minutes.
        zip.setLevel(Deflater.BEST_SPEED);
        var bytes = properties.bytes();
        add(ArchiveProperties.ENTRY, InputStream.nullInputStream(), bytes);
    }

    /** Adds the database; {@link ArchiveProperties} said which kind it is. */
    public void addDatabase(ArchiveProperties.DatabaseKind kind, InputStream content) throws IOException {
        add(kind.entry(), content, new byte[0]);
    }

    /** @param path relative, with slashes; must be accepted by {@link ArchiveCheck#isFile} */
    public void addFile(String path, InputStream content) throws IOException {
        if (!ArchiveCheck.isFile(ArchiveCheck.FILES + path)) throw new IOException("Not a file of a backup: " + path);
        add(ArchiveCheck.FILES + path, content, new byte[0]);
    }

    /** Adds the content of the stream or, if that has none, the bytes. */
    private void add(String name, InputStream content, byte[] bytes) throws IOException {
        var digest = Sha256.digest();
        zip.putNextEntry(new ZipEntry(name));
        new DigestInputStream(content, digest).transferTo(zip);
        zip.write(bytes);
        digest.update(bytes);
        zip.closeEntry();
        sums.append(Sha256.hex(digest)).append("  ").append(name).append('\n');
    }

    /** Writes the digests, which make the backup whole. */
    public void finish() throws IOException {
        zip.putNextEntry(new ZipEntry(ArchiveCheck.SUMS));
        zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
