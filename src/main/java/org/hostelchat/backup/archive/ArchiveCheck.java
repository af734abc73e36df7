package org.hostelchat.backup.archive;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.hostelchat.text.Sha256;

/**
 * Reads a backup that may be anything: nothing in it is believed before its digest fits, and no entry's name can lead out of the folder
 * that it is restored to. Not thread-safe.
 */
public final class ArchiveCheck implements Closeable {

    static final String SUMS = "SHA256SUMS";
    static final String FILES = "files/";

    private static final Pattern FILE =
            Pattern.compile("files/(?:[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}/){0,4}[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");
    private static final Pattern SUM = Pattern.compile("([0-9a-f]{64})  (.+)");

    /** Of what is read into memory: one line for each file. */
    private static final int LONGEST_TEXT = 256 << 20;

    private final ZipFile zip;
    private final ArchiveProperties properties;
    private final Map<String, String> sums;

    private ArchiveCheck(ZipFile zip) throws IOException {
        this.zip = zip;
        this.properties = ArchiveProperties.parse(text(ArchiveProperties.ENTRY, NotABackup.Reason.FOREIGN));
        this.sums = sums(new String(text(SUMS, NotABackup.Reason.DAMAGED), StandardCharsets.UTF_8));
        if (!sums.containsKey(properties.database().entry()))
            throw damaged(properties.database().entry());
    }

    /**
     * Opens a backup.
     *
     * @throws NotABackup if it is none, is cut off, or holds what a backup never does
     */
    public static ArchiveCheck open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | EOFException e) {
            throw new NotABackup(
                    startsLikeZip(file) ? NotABackup.Reason.DAMAGED : NotABackup.Reason.FOREIGN, e.toString());
        }
        try {
            return new ArchiveCheck(zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static boolean startsLikeZip(Path file) throws IOException {
        try (var in = java.nio.file.Files.newInputStream(file)) {
            return new String(in.readNBytes(2), StandardCharsets.US_ASCII).equals("PK");
        }
    }

    public ArchiveProperties properties() {
        return properties;
    }

    /** The paths of the people's files, relative to their folder. */
    public List<String> files() {
        return sums.keySet().stream()
                .filter(name -> name.startsWith(FILES))
                .map(name -> name.substring(FILES.length()))
                .toList();
    }

    /**
     * Reads everything and compares each digest.
     *
     * @throws NotABackup if something does not fit
     */
    public void verify() throws IOException {
        for (var name : sums.keySet()) copy(name, OutputStream.nullOutputStream());
    }

    /** @throws NotABackup if what was copied is not what was stored; it must then not be used */
    public void copyDatabase(OutputStream to) throws IOException {
        copy(properties.database().entry(), to);
    }

    /**
     * @param path one of {@link #files}
     * @throws NotABackup if what was copied is not what was stored; it must then not be used
     */
    public void copyFile(String path, OutputStream to) throws IOException {
        copy(FILES + path, to);
    }

    private void copy(String name, OutputStream to) throws IOException {
        var digest = Sha256.digest();
        try (var in = new DigestInputStream(zip.getInputStream(entry(name, NotABackup.Reason.DAMAGED)), digest)) {
            in.transferTo(to);
        } catch (ZipException | EOFException e) {
            throw damaged(name);
        }
        if (!Sha256.hex(digest).equals(sums.get(name))) throw damaged(name);
    }

    private byte[] text(String name, NotABackup.Reason missing) throws IOException {
        try (InputStream in = zip.getInputStream(entry(name, missing))) {
            var bytes = new ByteArrayOutputStream();
            bytes.write(in.readNBytes(LONGEST_TEXT));
            return bytes.toByteArray();
        } catch (ZipException | EOFException e) {
            throw damaged(name);
        }
    }

    private ZipEntry entry(String name, NotABackup.Reason missing) throws NotABackup {
        var entry = zip.getEntry(name);
        if (entry == null) throw new NotABackup(missing, name);
        return entry;
    }

    private Map<String, String> sums(String text) throws NotABackup {
        var read = new LinkedHashMap<String, String>();
        for (var line : text.lines().toList()) {
            var sum = SUM.matcher(line);
            if (!sum.matches()) throw damaged(SUMS);
            var name = sum.group(2);
            if (!name.equals(ArchiveProperties.ENTRY)
                    && !name.equals(properties.database().entry())
                    && !isFile(name)) {
                throw new NotABackup(NotABackup.Reason.FOREIGN, "an entry's name");
            }
            read.put(name, sum.group(1));
        }
        return read;
    }

    static boolean isFile(String name) {
        return FILE.matcher(name).matches();
    }

    private static NotABackup damaged(String what) {
        return new NotABackup(NotABackup.Reason.DAMAGED, what);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
