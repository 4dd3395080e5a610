package org.outturn.upload;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the walk found.
 *
 * @param name below what was dropped, with {@code /}, composed
 * @param problem why it cannot or need not be stored, {@code null} for an ordinary file
 */
record LocalFile(
        Path file, String name, long size, Instant modified, @Nullable UploadReason problem) {

    static LocalFile without(Path file, String name, UploadReason problem) {
        return new LocalFile(file, name, 0, Instant.EPOCH, problem);
    }
}
