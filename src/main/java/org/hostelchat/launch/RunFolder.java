package org.hostelchat.launch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The folder into which the server unpacks itself at each start, some 150 MB: {@code run/PID} in the data folder, and
 * not in the system's temporary folder, which some systems clean up while the server runs. The script creates it and
 * passes it as {@code -Djava.io.tmpdir}, because a JVM reads that property only once, when it starts.
 */
final class RunFolder {

    /** What the server needs there, with some reserve. */
    private static final long NEEDED_MB = 200;

    private static final long LEFT_FOR_DATA_MB = 10;

    private RunFolder() {}

    /**
     * Deletes the folders of servers that have ended, and checks the free space.
     *
     * @param data the data folder, locked
     * @param temporary this process's folder for temporary files
     * @throws CannotStart if the disk is full
     */
    static void prepare(Path data, Path temporary) {
        try {
            var runs = temporary.getParent();
            if (runs != null && runs.endsWith("run")) clear(runs, temporary);
            refuseFull(temporary, NEEDED_MB);
            refuseFull(data, LEFT_FOR_DATA_MB);
        } catch (IOException e) {
            throw DataFolderCheck.notWritable(temporary, e);
        }
    }

    private static void clear(Path runs, Path own) throws IOException {
        if (!Files.isDirectory(runs)) return;
        try (var folders = Files.list(runs)) {
            for (var folder : folders.toList()) {
                if (!folder.equals(own) && !isInUse(folder)) delete(folder);
            }
        }
    }

    /**
     * Whether the process that the folder is named after is running: it may be a server of an early version, which took
     * no lock, or of another hostel.
     */
    private static boolean isInUse(Path folder) {
        var name = folder.getFileName().toString();
        return name.matches("\\d{1,10}")
                && ProcessHandle.of(Long.parseLong(name)).isPresent();
    }

    private static void refuseFull(Path folder, long neededMb) throws IOException {
        var freeMb = Files.getFileStore(folder).getUsableSpace() >> 20;
        if (freeMb >= neededMb) return;
        throw CannotStart.forNow("The disk of " + folder + " is full: " + freeMb + " MB are left, and the server needs "
                + neededMb + " MB there.");
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                if (failure != null) throw failure;
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
