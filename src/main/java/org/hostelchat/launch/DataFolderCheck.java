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

/** The folder that holds everything the hostel owns: made with mode 0700 where the file system knows modes, and looked at. */
public final class DataFolderCheck {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private DataFolderCheck() {}

    /**
     * Makes the folder if it is missing, and sees whether this process may work in it.
     *
     * @return its absolute path
     * @throws CannotStart if it can't be made or written to, or belongs to another account
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

    /** What makes a folder or a file of this process's account alone. */
    static FileAttribute<?>[] ownerOnly() {
        return knowsModes()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    /**
     * Root may write everywhere; but what it makes in the folder of the account that the service runs by, the service could
     * not write any more.
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

    /** What to say where something can't be written there; a full disk passes. */
    public static CannotStart notWritable(Path folder, IOException e) {
        var why = reason(e);
        var line = "HOSTEL_DATA: in the folder " + folder + " nothing can be written (" + why + ").";
        return isFull(why) ? CannotStart.forNow(line) : new CannotStart(line);
    }

    private static boolean isFull(String reason) {
        var lower = reason.toLowerCase(Locale.ROOT);
        return lower.contains("no space") || lower.contains("quota") || lower.contains("not enough space");
    }

    /** What the system says, without the path that the line names anyway. */
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
