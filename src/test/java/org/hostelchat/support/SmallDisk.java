package org.hostelchat.support;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A small file system in memory that a test can fill to the last byte. It is mounted in namespaces of its own, held by a process that waits
 * on a pipe, so that it needs no rights of an administrator and is gone when that process ends.
 */
public final class SmallDisk implements AutoCloseable {

    /** The reason for a skipped test. */
    public static final String MISSING =
            "This system lets nobody mount a file system in namespaces of their own (unshare, nsenter; containers often forbid it)";

    private static final ByteBuffer BLOCK = ByteBuffer.allocateDirect(4096);

    private final Process holder;
    private final Path mounted;

    private SmallDisk(Process holder, Path mounted) {
        this.holder = holder;
        this.mounted = mounted;
    }

    /** Mounts one; empty if that is not possible here. */
    public static Optional<SmallDisk> open(int megabytes) throws IOException {
        var mounted = Files.createDirectories(BuildOutput.target()
                .resolve("small-disk")
                .resolve(Long.toString(ProcessHandle.current().pid())));
        var mount =
                "mount -t tmpfs -o mode=700,size=" + megabytes + "m none '" + mounted + "' && echo mounted && exec cat";
        Process holder;
        try {
            holder = new ProcessBuilder("unshare", "-Urm", "sh", "-c", mount)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noSuchProgram) {
            return Optional.empty();
        }
        var disk = new SmallDisk(holder, mounted);
        var said = holder.inputReader().readLine();
        if ("mounted".equals(said) && disk.entered()) return Optional.of(disk);
        disk.close();
        return Optional.empty();
    }

    private boolean entered() {
        try {
            var words = new ArrayList<>(command());
            words.addAll(List.of("test", "-w", mounted.toString()));
            return new ProcessBuilder(words).start().waitFor() == 0 && Files.isWritable(folder());
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What comes before a command that is to see it. */
    List<String> command() {
        return List.of("nsenter", "--target", "" + holder.pid(), "--user", "--preserve-credentials", "--mount", "--");
    }

    /** Where it is for a process that was begun by {@link #command()}. */
    Path mounted() {
        return mounted;
    }

    /** The same folder, as this process sees it. */
    public Path folder() {
        return Path.of("/proc", "" + holder.pid(), "root").resolve(Path.of("/").relativize(mounted));
    }

    /** Fills it until it takes not another block. */
    public void fill() throws IOException {
        try (var file = FileChannel.open(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) file.write(BLOCK.duplicate());
        } catch (IOException full) {
            if (!String.valueOf(full.getMessage()).contains("No space")) throw full;
        }
    }

    /** Makes so many bytes of room again. */
    public void free(long bytes) throws IOException {
        try (var file = FileChannel.open(ballast(), StandardOpenOption.WRITE)) {
            file.truncate(Math.max(0, file.size() - bytes));
        }
    }

    /** Makes room again. */
    public void empty() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return folder().resolve("ballast");
    }

    @Override
    public void close() {
        holder.destroy();
    }
}
