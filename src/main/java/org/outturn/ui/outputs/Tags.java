package org.outturn.ui.outputs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.outturn.catalog.ListingRow;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ObjectTags;
import org.outturn.tagging.StampedAddress;
import org.outturn.tagging.TagCache;
import org.outturn.tagging.TagCacheOptions;
import org.outturn.tagging.TagState;

/**
 * The tags of what is in sight: of an output those of its first file, of a file its own. Asked for
 * only while somebody wants to see them, for each object is a request.
 */
final class Tags implements AutoCloseable {
    /** Rows in sight, and some that were a moment ago. */
    private static final int MOST_IN_SIGHT = 80;

    private final TagCache cache;
    private final Map<String, StampedAddress> inSight = new LinkedHashMap<>();
    private boolean changed;

    /**
     * @param learned called on any thread when tags were learned
     */
    Tags(ObjectStore store, Runnable learned) {
        cache = new TagCache(store, TagCacheOptions.DEFAULTS, _ -> learned.run());
    }

    /** An object is in sight; on the JavaFX thread. */
    void seen(ListingRow object) {
        StampedAddress address = stamped(object);
        if (inSight.put(object.key(), address) == null) {
            changed = true;
            if (inSight.size() > MOST_IN_SIGHT) {
                inSight.remove(inSight.keySet().iterator().next());
            }
        }
    }

    /** Asks for what came in sight; on the JavaFX thread, a few times a second. */
    void ask() {
        if (changed) {
            changed = false;
            List<StampedAddress> wanted = new ArrayList<>(inSight.values()).reversed();
            cache.request(wanted);
        }
    }

    TagState of(ListingRow object) {
        return cache.state(stamped(object));
    }

    void changed(Map<ObjectAddress, ObjectTags> now) {
        now.forEach(cache::changed);
    }

    private static StampedAddress stamped(ListingRow object) {
        return StampedAddress.of(
                object.address(), "", Instant.ofEpochMilli(object.modifiedMillis()));
    }

    @Override
    public void close() {
        cache.close();
    }
}
