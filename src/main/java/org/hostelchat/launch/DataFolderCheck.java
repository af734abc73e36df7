package org.hostelchat.launch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;

/**
 * Creates and checks the folder that holds all of the hostel's data: mode 0700 where the file system supports modes.
 */
public final class DataFolderCheck {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private DataFolderCheck() {}

    /**
     * Creates the folder if it is missing, and checks that this process can use it.
     *
     * @return its absolute path
     * @throws CannotStart if it cannot be created or written to, or belongs to another account
     */
    public static Path open(Path path) {
        var folder = path.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) make(folder);
        if (!Files.isWritable(folder)) {
            throw new CannotStart("HOSTEL_DATA: the folder " + folder + " can't be written to" + ownedBy(folder) + ".");
        }
        refuseForeign(folder);
        return folder;
    }

    private static void make(Path folder) {
        try {
            if (folder.getParent() != null) Files.createDirectories(folder.getParent());
            Files.createDirectory(folder, ownerOnly());
        } catch (IOException e) {
            throw new CannotStart("HOSTEL_DATA: the folder " + folder + " can't be made (" + reason(e) + ").");
        }
    }

    /** The attributes that restrict a new folder or file to this process's account. */
    static FileAttribute<?>[] ownerOnly() {
        return knowsModes()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    /**
     * Root can write everywhere, but files that it creates in the folder of the service's account could not be written
     * by the service later.
     */
    private static void refuseForeign(Path folder) {
        if (!knowsModes()) return;
        try {
            var own = Files.createTempFile(folder, "owner", ".tmp");
            try {
                var mine = Files.getOwner(own);
                var theirs = Files.getOwner(folder);
                if (!mine.equals(theirs)) {
                    throw new CannotStart("HOSTEL_DATA: the folder " + folder + " belongs to '" + theirs.getName()
                            + "', and this is '" + mine.getName() + "'. Start the server as '" + theirs.getName()
                            + "', or give the folder to '" + mine.getName() + "' with all that is in it.");
                }
            } finally {
                Files.delete(own);
            }
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    /** The failure for a folder that cannot be written to; a full disk counts as temporary. */
    public static CannotStart notWritable(Path folder, IOException e) {
        var why = reason(e);
        var line = "HOSTEL_DATA: in the folder " + folder + " nothing can be written (" + why + ").";
        return isFull(why) ? CannotStart.forNow(line) : new CannotStart(line);
    }

    private static boolean isFull(String reason) {
        var lower = reason.toLowerCase(Locale.ROOT);
        return lower.contains("no space") || lower.contains("quota") || lower.contains("not enough space");
    }

    /** The operating system's reason, without the path, which the message names already. */
    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) return "permission denied";
        return e instanceof FileSystemException told && told.getReason() != null ? told.getReason() : e.toString();
    }

    private static String ownedBy(Path folder) {
        try {
            return ": it belongs to '" + Files.getOwner(folder).getName() + "'";
        } catch (IOException | UnsupportedOperationException unknown) {
            return "";
        }
    }

    private static boolean knowsModes() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
