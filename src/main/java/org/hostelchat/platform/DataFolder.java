package org.hostelchat.platform;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The one folder that holds everything the hostel owns: the database and the keys. Made with mode 0700 where the file system
 * knows modes.
 *
 * @param path absolute
 */
record DataFolder(Path path) {

    /**
     * Makes the folder if it is missing.
     *
     * @throws SettingsException if it can't be made or written to
     */
    static DataFolder open(Path path) {
        var folder = path.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(folder)) {
                if (folder.getParent() != null) Files.createDirectories(folder.getParent());
                if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                    Files.createDirectory(
                            folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                } else {
                    Files.createDirectory(folder);
                }
            }
        } catch (IOException e) {
            throw new SettingsException("HOSTEL_DATA: the folder " + folder + " can't be made (" + e + ").");
        }
        if (!Files.isWritable(folder)) {
            throw new SettingsException("HOSTEL_DATA: the folder " + folder + " can't be written to.");
        }
        return new DataFolder(folder);
    }

    Path database() {
        return path.resolve("hostel.db");
    }
}
