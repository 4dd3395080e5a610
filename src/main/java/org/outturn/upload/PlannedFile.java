package org.outturn.upload;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.StoreOptions;

/**
 * One local file (or empty folder) and what becomes of it.
 *
 * @param file the file as it was found
 * @param name its path below what was dropped, with {@code /} and composed (Unicode NFC), for
 *     instance {@code job/all_products.json}
 * @param target where it goes; empty only when it is refused because it has no possible key
 * @param size in bytes; 0 when it could not be found out
 * @param modified the file's own time; {@link Instant#EPOCH} when it could not be found out
 * @param options how it is stored
 */
public record PlannedFile(
        Path file,
        String name,
        Optional<ObjectAddress> target,
        long size,
        Instant modified,
        UploadAction action,
        UploadReason reason,
        StoreOptions options) {

    /** Whether it is a folder: its object is empty and its key ends in a slash. */
    public boolean standsForFolder() {
        return reason == UploadReason.EMPTY_FOLDER;
    }
}
