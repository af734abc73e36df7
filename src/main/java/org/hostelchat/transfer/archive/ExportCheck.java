package org.hostelchat.transfer.archive;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.hostelchat.text.Sha256;

/** Reads an export that may be anything: nothing in it counts before its digest fits. Not thread-safe. */
public final class ExportCheck implements Closeable {

    private static final Pattern FILE = Pattern.compile("files/([0-9a-f]{2})/(\\1[0-9a-f]{62})");

    /** Of what is read into memory. */
    private static final int LONGEST_TEXT = 1 << 20;

    private final ZipFile zip;
    private final ExportHeader header;
    private final ExportManifest manifest;

    private ExportCheck(ZipFile zip) throws IOException {
        this.zip = zip;
        this.header = ExportHeader.parse(text(ExportHeader.ENTRY, NotAnExport.Reason.FOREIGN));
        this.manifest = ExportManifest.parse(text(ExportManifest.ENTRY, NotAnExport.Reason.DAMAGED));
    }

    /**
     * Opens an export.
     *
     * @throws NotAnExport if it is none, is cut off, or is one of a newer program
     */
    public static ExportCheck open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | EOFException e) {
            throw new NotAnExport(
                    startsLikeZip(file) ? NotAnExport.Reason.DAMAGED : NotAnExport.Reason.FOREIGN, e.toString());
        }
        try {
            return new ExportCheck(zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static boolean startsLikeZip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(2), StandardCharsets.US_ASCII).equals("PK");
        }
    }

    public ExportHeader header() {
        return header;
    }

    public ExportManifest manifest() {
        return manifest;
    }

    static String file(String hash) {
        return "files/" + hash.substring(0, 2) + "/" + hash;
    }

    /** The digests, and so the names, of the people's files. */
    public List<String> files() throws NotAnExport {
        var found = zip.stream()
                .map(entry -> FILE.matcher(entry.getName()))
                .filter(name -> name.matches())
                .map(name -> name.group(2))
                .toList();
        if (found.size() != manifest.files()) throw damaged("files");
        return found;
    }

    /** Uses the lines of a table. */
    @FunctionalInterface
    public interface Use {
        /** @return how many lines there were */
        long use(InputStream lines) throws IOException;
    }

    /** @throws NotAnExport if what was read is not what was stored; nothing of it must then be kept */
    public void readTable(ExportManifest.Table table, Use use) throws IOException {
        var digest = Sha256.digest();
        try (var in = new DigestInputStream(content(table.entry()), digest)) {
            var rows = use.use(in);
            in.transferTo(OutputStream.nullOutputStream());
            if (rows != table.rows()) throw damaged(table.entry());
        } catch (ZipException | EOFException e) {
            throw damaged(table.entry());
        }
        if (!Sha256.hex(digest).equals(table.sha256())) throw damaged(table.entry());
    }

    /** The bytes of a file, which the reader compares with its digest. */
    public InputStream readFile(String hash) throws IOException {
        return content(file(hash));
    }

    /**
     * Reads everything and compares each digest and count.
     *
     * @throws NotAnExport if something does not fit
     */
    public void verify() throws IOException {
        for (var table : manifest.tables()) readTable(table, ExportCheck::countLines);
        var bytes = 0L;
        for (var hash : files()) {
            var digest = Sha256.digest();
            try (var in = new DigestInputStream(readFile(hash), digest)) {
                bytes += in.transferTo(OutputStream.nullOutputStream());
            } catch (ZipException | EOFException e) {
                throw damaged(hash);
            }
            if (!Sha256.hex(digest).equals(hash)) throw damaged(hash);
        }
        if (bytes != manifest.fileBytes()) throw damaged("files");
    }

    private static long countLines(InputStream in) throws IOException {
        var lines = 0L;
        var buffer = new byte[1 << 16];
        for (int read; (read = in.read(buffer)) >= 0; ) {
            for (var i = 0; i < read; i++) if (buffer[i] == '\n') lines++;
        }
        return lines;
    }

    private byte[] text(String name, NotAnExport.Reason missing) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) throw new NotAnExport(missing, name);
        try (var in = zip.getInputStream(entry)) {
            return in.readNBytes(LONGEST_TEXT);
        } catch (ZipException | EOFException e) {
            throw damaged(name);
        }
    }

    private InputStream content(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) throw damaged(name);
        return zip.getInputStream(entry);
    }

    private static NotAnExport damaged(String what) {
        return new NotAnExport(NotAnExport.Reason.DAMAGED, what);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
