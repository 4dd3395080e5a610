package org.outturn.sample;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A multipart upload under way.
 *
 * @param checksumHeader the checksum its parts carry, as {@code x-amz-checksum-...}; empty for none
 * @param fullObject whether the checksum of the whole is over its bytes, not over its parts' sums
 * @param parts by number, 1 to 10,000; grows as parts arrive
 */
record Upload(
        String id,
        String key,
        Instant initiated,
        ObjectAttributes attributes,
        String checksumHeader,
        boolean fullObject,
        NavigableMap<Integer, Part> parts) {

    /** One part as it arrived last. */
    record Part(int number, Instant modified, StoredContent content) {}

    static NavigableMap<Integer, Part> noParts() {
        return new ConcurrentSkipListMap<>();
    }
}
