package org.hostelchat.transfer.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hostelchat.text.Sha256;

/** Writes an export to a stream, entry by entry, without holding more than a buffer of it. Only {@link #finish} makes it one. Not thread-safe. */
public final class ExportWriter {

    /** Writes the lines of a table. */
    @FunctionalInterface
    public interface Lines {
        /** @return how many there are */
        long writeTo(OutputStream out) throws IOException;
    }

    private final ZipOutputStream zip;
    private final List<ExportManifest.Table> tables = new ArrayList<>();
    private long files;
    private long fileBytes;

    public ExportWriter(OutputStream out, ExportHeader header) throws IOException {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        add(ExportHeader.ENTRY, header.bytes());
    }

    private void add(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** Adds a table. */
    public void addTable(String name, List<String> columns, long lastId, Lines lines) throws IOException {
        var digest = Sha256.digest();
        zip.putNextEntry(new ZipEntry("tables/" + name + ".jsonl"));
        var rows = lines.writeTo(new DigestOutputStream(zip, digest));
        zip.closeEntry();
        tables.add(new ExportManifest.Table(name, columns, rows, lastId, Sha256.hex(digest)));
    }

    /** Adds a file of somebody's. */
    public void addFile(String hash, InputStream content) throws IOException {
        zip.putNextEntry(new ZipEntry(ExportCheck.file(hash)));
        fileBytes += content.transferTo(zip);
        files++;
        zip.closeEntry();
    }

    /** Writes the manifest, which makes the export whole. */
    public void finish() throws IOException {
        add(ExportManifest.ENTRY, new ExportManifest(tables, files, fileBytes).bytes());
        zip.finish();
    }
}
