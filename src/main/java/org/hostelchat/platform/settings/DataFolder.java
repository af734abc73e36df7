package org.hostelchat.platform.settings;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.hostelchat.launch.DataFolderCheck;

/**
 * The folder that holds all of the hostel's data: database and keys. Created with mode 0700 where the file system
 * supports modes.
 *
 * @param path absolute
 */
public record DataFolder(Path path) {

    private static final System.Logger LOG = System.getLogger(DataFolder.class.getName());
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    /**
     * Creates the folder if it is missing.
     *
     * @throws org.hostelchat.launch.CannotStart if it cannot be created or written to, or belongs to another account
     */
    static DataFolder open(Path path) {
        var folder = DataFolderCheck.open(path);
        try {
            if (knowsModes()) warnIfOpen(folder);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Who can look into the data folder could not be found out", e);
        }
        return new DataFolder(folder);
    }

    private static boolean knowsModes() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    /** Warns only: the permissions of a folder that existed before are not changed, because others may need it. */
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
