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
 * The one folder that holds everything the hostel owns: the database and the keys. Made with mode 0700 where the file system
 * knows modes.
 *
 * @param path absolute
 */
public record DataFolder(Path path) {

    private static final System.Logger LOG = System.getLogger(DataFolder.class.getName());
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    /**
     * Makes the folder if it is missing.
     *
     * @throws org.hostelchat.launch.CannotStart if it can't be made or written to, or is another account's
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
