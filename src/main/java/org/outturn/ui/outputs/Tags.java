package org.outturn.ui.outputs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.ListingRow;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ObjectTags;
import org.outturn.tagging.StampedAddress;
import org.outturn.tagging.TagCache;
import org.outturn.tagging.TagCacheOptions;
import org.outturn.tagging.TagGathering;
import org.outturn.tagging.TagState;

/**
 * The tags of what is in sight: of an output those of its first file, of a file its own. Asked for
 * only while somebody needs them, for each object is a request.
 */
final class Tags {
    /** Rows in sight, and some that were a moment ago. */
    private static final int MOST_IN_SIGHT = 80;

    private final Runnable learned;
    private final Map<String, StampedAddress> inSight = new LinkedHashMap<>();
    private volatile @Nullable TagCache cache;
    private boolean changed;
    private boolean wanted;

    /**
     * @param learned called on any thread when tags were learned
     */
    Tags(Runnable learned) {
        this.learned = learned;
    }

    /** From now on those of this store. */
    void of(ObjectStore store) {
        cache = new TagCache(store, TagCacheOptions.DEFAULTS, _ -> learned.run());
    }

    /** Leaves the store before. */
    void leave() {
        TagCache before = cache;
        if (before != null) {
            before.close();
        }
        cache = null;
        inSight.clear();
    }

    /** Whether anybody wants to see them. */
    void want(boolean yes) {
        wanted = yes;
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
        TagCache asked = cache;
        if (changed && wanted && asked != null) {
            changed = false;
            List<StampedAddress> visible = new ArrayList<>(inSight.values()).reversed();
            asked.request(visible);
        }
    }

    /** Asks for these too, after what is in sight; for none, no more. */
    void gather(List<ListingRow> objects) {
        TagCache asked = cache;
        if (asked != null) {
            asked.gather(objects.stream().map(Tags::stamped).toList());
        }
    }

    TagGathering gathering() {
        TagCache asked = cache;
        return asked == null ? TagGathering.NONE : asked.gathering();
    }

    TagState of(ListingRow object) {
        TagCache asked = cache;
        return asked == null ? new TagState.Unknown() : asked.state(stamped(object));
    }

    void changed(Map<ObjectAddress, ObjectTags> now) {
        TagCache asked = cache;
        if (asked != null) {
            now.forEach(asked::changed);
        }
    }

    private static StampedAddress stamped(ListingRow object) {
        return StampedAddress.of(
                object.address(), "", Instant.ofEpochMilli(object.modifiedMillis()));
    }
}
