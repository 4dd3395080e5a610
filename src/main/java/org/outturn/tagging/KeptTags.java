package org.outturn.tagging;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.outturn.storage.ObjectAddress;

/**
 * What is known of objects, one state each; of too many those longest not looked at are forgotten.
 * Guarded by its owner.
 */
final class KeptTags {
    private final int most;
    private final LinkedHashMap<ObjectAddress, One> all = new LinkedHashMap<>(16, 0.75f, true);

    private record One(String stamp, TagState state) {}

    /**
     * @param most how many are kept
     */
    KeptTags(int most) {
        this.most = most;
    }

    /** Empty when nothing is known, or only of what had another stamp. */
    Optional<TagState> of(StampedAddress object) {
        return Optional.ofNullable(all.get(object.address()))
                .filter(one -> one.stamp().equals(object.stamp()))
                .map(One::state);
    }

    /** The object with the stamp that it is known with. */
    Optional<StampedAddress> stampOf(ObjectAddress address) {
        return Optional.ofNullable(all.get(address))
                .map(one -> new StampedAddress(address, one.stamp()));
    }

    void keep(StampedAddress object, TagState state) {
        all.put(object.address(), new One(object.stamp(), state));
        if (all.size() > most) {
            all.pollFirstEntry();
        }
    }

    void forget(String bucket) {
        all.keySet().removeIf(address -> address.bucket().equals(bucket));
    }
}
