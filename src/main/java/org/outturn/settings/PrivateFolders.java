package org.outturn.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Makes folders that only their owner can look into, as the XDG Base Directory Specification asks
 * ("created with permission 0700"); elsewhere the profile folder they lie in is private already.
 */
public final class PrivateFolders {
    private PrivateFolders() {}

    /**
     * Creates the folder and those above it that do not exist; leaves existing ones as they are.
     *
     * @throws IOException when that is not possible
     */
    public static void create(Path folder) throws IOException {
        FileAttribute<?>[] attributes =
                folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rwx------"))
                        }
                        : new FileAttribute<?>[0];
        Files.createDirectories(folder, attributes);
    }
}
