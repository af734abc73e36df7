package org.hostelchat.platform.files;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import org.hostelchat.attachment.BlobStore;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.text.Sha256;

/**
 * Stores bytes in a folder: complete ones in {@code ab/abcd…} by their hash, incomplete ones in {@code uploads}. A file
 * under a hash is never written to. Several servers may share the folder.
 */
@ApplicationScoped
public class FolderBlobStore implements BlobStore {

    private static final int HASH_DIGITS = 64;

    private final Path folder;
    private final Path uploads;

    @Inject
    FolderBlobStore(FilesFolder folder) {
        this(folder.path());
    }

    public FolderBlobStore(Path folder) {
        this.folder = folder;
        this.uploads = folder == null ? null : folder.resolve("uploads");
    }

    /** For the CDI proxy. */
    protected FolderBlobStore() {
        this((Path) null);
    }

    private Path upload(long id) {
        return uploads.resolve(Long.toString(id));
    }

    private Path staged(Staged staged) {
        return uploads.resolve(staged.name());
    }

    private Path blob(String hash) {
        if (hash.length() != HASH_DIGITS || !hash.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("no hash");
        }
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    @Override
    public long size(long upload) {
        return DiskFailures.translate(() -> {
            try {
                return Files.size(upload(upload));
            } catch (NoSuchFileException none) {
                return 0L;
            }
        });
    }

    @Override
    public void append(long upload, InputStream bytes) {
        DiskFailures.translate(() -> {
            Files.createDirectories(uploads);
            try (var out = Files.newOutputStream(upload(upload), CREATE, APPEND)) {
                return bytes.transferTo(out);
            }
        });
    }

    @Override
    public InputStream read(long upload) {
        return DiskFailures.translate(() -> Files.newInputStream(upload(upload)));
    }

    @Override
    public Staged stage(long upload) {
        return DiskFailures.translate(() -> {
            var file = upload(upload);
            var digest = Sha256.digest();
            try (var in = Files.newInputStream(file);
                    var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                in.transferTo(out);
            }
            try (var channel = FileChannel.open(file, WRITE)) {
                channel.force(true);
            }
            return new Staged(file.getFileName().toString(), Sha256.hex(digest), Files.size(file));
        });
    }

    @Override
    public Staged stage(InputStream from, Copy copy) {
        return DiskFailures.translate(() -> {
            Files.createDirectories(uploads);
            var file = uploads.resolve(UUID.randomUUID() + ".staged");
            var digest = Sha256.digest();
            try (var channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
                var out = new DigestOutputStream(Channels.newOutputStream(channel), digest);
                copy.copy(from, out);
                channel.force(true);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
            return new Staged(file.getFileName().toString(), Sha256.hex(digest), Files.size(file));
        });
    }

    @Override
    public void keep(Staged staged) {
        DiskFailures.translate(() -> {
            var blob = blob(staged.hash());
            if (Files.exists(blob)) return null;
            var isFirst = !Files.exists(blob.getParent());
            Files.createDirectories(blob.getParent());
            link(staged(staged), blob);
            force(blob.getParent());
            if (isFirst) force(folder);
            return null;
        });
    }

    /** The staged file stays where it is until the transaction is known to be committed. */
    private static void link(Path staged, Path blob) throws IOException {
        try {
            Files.createLink(blob, staged);
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.move(staged, blob, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public void discard(long upload) {
        DiskFailures.translate(() -> Files.deleteIfExists(upload(upload)));
    }

    @Override
    public void discard(Staged staged) {
        // A file that was staged in place stays there until the upload is complete.
        if (staged.name().endsWith(".staged")) DiskFailures.translate(() -> Files.deleteIfExists(staged(staged)));
    }

    @Override
    public FileChannel open(String hash) {
        return DiskFailures.translate(() -> {
            try {
                return FileChannel.open(blob(hash), READ);
            } catch (NoSuchFileException removedMeanwhile) {
                throw new Refusal.NotFound("no-such-file", Phrase.of("attachment.gone"));
            }
        });
    }

    @Override
    public boolean isThere(String hash) {
        return Files.exists(blob(hash));
    }

    @Override
    public void remove(String hash) {
        DiskFailures.translate(() -> Files.deleteIfExists(blob(hash)));
    }

    @Override
    public long space() {
        return DiskFailures.translate(() -> {
            Files.createDirectories(folder);
            return Files.getFileStore(folder).getUsableSpace();
        });
    }

    @Override
    public void eachHash(Instant before, Consumer<String> hash) {
        DiskFailures.translate(() -> {
            if (!Files.isDirectory(folder)) return null;
            try (var folders = Files.newDirectoryStream(folder, "[0-9a-f][0-9a-f]")) {
                for (var each : folders) {
                    try (var files = Files.newDirectoryStream(each, "[0-9a-f]*")) {
                        for (var file : files) {
                            var name = file.getFileName().toString();
                            if (name.length() == HASH_DIGITS && isUntouched(file, before)) hash.accept(name);
                        }
                    }
                }
            }
            return null;
        });
    }

    @Override
    public void discardUntouched(Instant before) {
        DiskFailures.translate(() -> {
            if (!Files.isDirectory(uploads)) return null;
            try (var files = Files.newDirectoryStream(uploads)) {
                for (var file : files) if (isUntouched(file, before)) Files.deleteIfExists(file);
            }
            return null;
        });
    }

    private static boolean isUntouched(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException removedMeanwhile) {
            return false;
        }
    }

    /** Makes the entries of a folder durable, if the system supports it. */
    private static void force(Path folder) {
        try (var channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // Windows cannot open folders; its file systems keep entries in a journal.
        }
    }
}
