package org.outturn.download;

import java.util.List;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;

/**
 * What is to be downloaded.
 *
 * @param base the place that was looked at; local paths are the keys below it. A key that is not
 *     below it gives a file in the chosen folder itself
 * @param objects single objects of the base's bucket
 * @param prefixes everything below each of these, of the base's bucket
 */
public record DownloadSelection(Prefix base, List<ObjectEntry> objects, List<Prefix> prefixes) {
    /**
     * @throws IllegalArgumentException if a prefix is of another bucket
     */
    public DownloadSelection {
        objects = List.copyOf(objects);
        prefixes = List.copyOf(prefixes);
        for (Prefix prefix : prefixes) {
            if (!prefix.bucket().equals(base.bucket())) {
                throw new IllegalArgumentException("a selection is of one bucket");
            }
        }
    }
}
