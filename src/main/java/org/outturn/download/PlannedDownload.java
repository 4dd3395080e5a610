package org.outturn.download;

import java.nio.file.Path;
import java.time.Instant;
import org.outturn.storage.ObjectAddress;

/**
 * One object and the local file that it becomes.
 *
 * @param source the object
 * @param size in bytes, as listed
 * @param modified when it was stored, as listed
 * @param name the local path below the chosen folder, with {@code /}
 * @param file the same as a path; inside the chosen folder; the chosen folder itself when refused
 * @param renamed whether the name is not simply the key below the base, because a disk could not
 *     hold that, another object has it, or an extension was added
 */
public record PlannedDownload(
        ObjectAddress source,
        long size,
        Instant modified,
        String name,
        Path file,
        boolean renamed,
        DownloadAction action,
        DownloadReason reason) {}
