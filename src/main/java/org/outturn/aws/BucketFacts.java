package org.outturn.aws;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What servers have said of buckets: which are there, and in which region. */
final class BucketFacts {
    private volatile String home;
    private final Map<String, String> regions = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /**
     * @param home the connection's region, good until a server says otherwise
     */
    BucketFacts(String home) {
        this.home = home;
    }

    String region(String bucket) {
        return regions.getOrDefault(bucket, home);
    }

    void isIn(String bucket, String region) {
        if (!bucket.isEmpty() && !region.isBlank()) {
            regions.put(bucket, region);
        }
    }

    /** The server says which region the connection's own one should have been. */
    void homeIs(String region) {
        home = region;
    }

    /** Whether a request to this bucket has succeeded, so that a bare 404 means the key. */
    boolean isSeen(String bucket) {
        return seen.contains(bucket);
    }

    void isThere(String bucket) {
        if (!bucket.isEmpty()) {
            seen.add(bucket);
        }
    }

    void isGone(String bucket) {
        seen.remove(bucket);
        regions.remove(bucket);
    }
}
