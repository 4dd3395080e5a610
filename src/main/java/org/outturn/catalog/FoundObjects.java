package org.outturn.catalog;

import java.util.List;

/**
 * The objects below some prefixes of one bucket.
 *
 * @param keys each once, in key order within each prefix; placeholder objects included
 * @param bytes the sum of their sizes
 */
public record FoundObjects(String bucket, List<String> keys, long bytes) {
    public FoundObjects {
        keys = List.copyOf(keys);
    }
}
