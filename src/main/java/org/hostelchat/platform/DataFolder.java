package org.hostelchat.platform;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The one folder that holds everything the hostel owns: the database and the keys. Made with mode 0700 where the file system
 * knows modes.
 *
 * @param path absolute
 */
record DataFolder(Path path) {

    private static final System.Logger LOG = System.getLogger(DataFolder.class.getName());
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    /**
     * Makes the folder if it is missing.
     *
     * @throws CannotStart if it can't be made or written to
     */
    static DataFolder open(Path path) {
        var folder = path.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(folder)) {
                if (folder.getParent() != null) Files.createDirectories(folder.getParent());
                if (knowsModes()) Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
                else Files.createDirectory(folder);
            }
            if (knowsModes()) warnIfOpen(folder);
        } catch (IOException e) {
            throw new CannotStart("HOSTEL_DATA: the folder " + folder + " can't be made (" + e + ").");
        }
        if (!Files.isWritable(folder)) {
            throw new CannotStart("HOSTEL_DATA: the folder " + folder + " can't be written to.");
        }
        return new DataFolder(folder);
    }

    private static boolean knowsModes() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    /** A folder that was there already is not ours to close: it may be one that others need. */
    private static void warnIfOpen(Path folder) throws IOException {
        var mode = Files.getPosixFilePermissions(folder);
        if (OWNER_ONLY.containsAll(mode)) return;
        LOG.log(
                System.Logger.Level.WARNING,
                "Others than the server can look into the data folder (" + PosixFilePermissions.toString(mode)
                        + "). Whoever reads it is the operator: chmod 700 " + folder);
    }

    Path database() {
        return path.resolve("hostel.db");
    }
}
