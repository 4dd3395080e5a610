package org.outturn.rearrange;

import java.util.Optional;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectEntry;

/**
 * An object that was found, before a policy decides.
 *
 * @param bucket of the source
 * @param name the key as seen from the place that was looked at
 * @param target where it would go; empty when there is no such place
 */
record Candidate(
        String bucket,
        ObjectEntry entry,
        String name,
        Optional<ObjectAddress> target,
        Finding finding) {

    /** What planning found out about it. */
    enum Finding {
        FREE,
        NOT_COMPARED,
        TAKEN,
        SAME_ADDRESS,
        TARGET_INSIDE_SOURCE,
        KEY_TOO_LONG,
        SAME_KEY,
        CHOSEN
    }

    Candidate with(Finding other) {
        return new Candidate(bucket, entry, name, target, other);
    }

    boolean isOpen() {
        return finding == Finding.FREE;
    }

    String targetKey() {
        return target.orElseThrow().key();
    }

    /** Whether it is a single object of which a second one is wanted in the same place. */
    boolean isDoubled(RearrangeKind kind) {
        return finding == Finding.SAME_ADDRESS && kind == RearrangeKind.COPY && target.isPresent();
    }

    /** Whether it is the empty object that stands for a folder. */
    boolean isPlaceholder() {
        return entry.size() == 0 && entry.key().endsWith("/");
    }

    PlannedObject planned(RearrangeAction action, RearrangeReason reason) {
        return planned(target, action, reason);
    }

    PlannedObject planned(
            Optional<ObjectAddress> where, RearrangeAction action, RearrangeReason reason) {
        return new PlannedObject(
                new ObjectAddress(bucket, entry.key()),
                entry.size(),
                entry.etag(),
                entry.storageClass(),
                name,
                where,
                reason == RearrangeReason.EXISTS_REPLACED,
                action,
                reason);
    }
}
