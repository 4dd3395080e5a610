package org.outturn.catalog;

import java.util.ArrayList;
import java.util.List;
import org.outturn.storage.ObjectEntry;

/** Gathers keys and their size in all. For one thread. */
final class FoundCollector {
    private final String bucket;
    private final List<String> keys = new ArrayList<>();
    private long bytes;

    FoundCollector(String bucket) {
        this.bucket = bucket;
    }

    void add(ObjectEntry entry) {
        keys.add(entry.key());
        bytes += entry.size();
    }

    long objects() {
        return keys.size();
    }

    long bytes() {
        return bytes;
    }

    FoundObjects found() {
        return new FoundObjects(bucket, keys, bytes);
    }
}
