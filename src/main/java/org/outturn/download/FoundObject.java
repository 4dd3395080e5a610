package org.outturn.download;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.ObjectAddress;

/**
 * An object with its place in the chosen folder.
 *
 * @param plainName the key below the base, as it is
 * @param name the local path below the chosen folder
 * @param meets what is at that path already
 * @param otherName a path that is free, when something is there; {@code null} otherwise
 * @param folder whether it stands for a folder
 * @param etag as listed
 */
record FoundObject(
        ObjectAddress source,
        long size,
        Instant modified,
        String plainName,
        String name,
        LocalFolder.Meets meets,
        @Nullable String otherName,
        boolean folder,
        String etag) {

    /** Whether a file of its very name is there. */
    boolean meetsFile() {
        return meets == LocalFolder.Meets.FILE || meets == LocalFolder.Meets.SAME;
    }

    FoundObject with(LocalFolder.Meets other) {
        return new FoundObject(
                source, size, modified, plainName, name, other, otherName, folder, etag);
    }
}
