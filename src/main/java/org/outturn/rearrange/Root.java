package org.outturn.rearrange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.outturn.rearrange.Candidate.Finding;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;
import org.outturn.upload.Keys;

/**
 * One chosen object or prefix, and what the beginning of its keys becomes. What comes after that
 * stays.
 *
 * @param object the object; empty for a prefix
 * @param from what all its keys begin with
 * @param to what they begin with at the target
 */
record Root(Optional<ObjectEntry> object, String from, String to) {

    /** The chosen things on their way to a place: keys stay as they are below the base. */
    static List<Root> movedTo(RearrangeSelection selection, Prefix target) {
        String base = selection.base().value();
        String there = Keys.base(target);
        List<Root> roots = new ArrayList<>();
        for (ObjectEntry object : selection.objects()) {
            String below = object.key().substring(base.length());
            // the empty object that stands for the place itself takes its name along
            String name = below.isEmpty() ? selection.base().name() + "/" : below;
            roots.add(new Root(Optional.of(object), object.key(), there + name));
        }
        for (Prefix prefix : selection.prefixes()) {
            String below = prefix.value().substring(base.length());
            roots.add(new Root(Optional.empty(), prefix.value(), there + below));
        }
        return roots;
    }

    /** One thing under another name in the same place. */
    static Root renamed(RearrangeSelection one, String name) {
        if (one.objects().size() + one.prefixes().size() != 1) {
            throw new IllegalArgumentException("one thing is renamed at a time");
        }
        Optional<ObjectEntry> object = one.objects().stream().findFirst();
        String from =
                object.map(ObjectEntry::key).orElseGet(() -> one.prefixes().getFirst().value());
        String parent = new Prefix(one.base().bucket(), from).parent().value();
        return new Root(object, from, parent + name + (from.endsWith("/") ? "/" : ""));
    }

    /** Why a prefix cannot go there as a whole; {@link Finding#FREE} when it can. */
    Finding wholly(boolean sameBucket) {
        if (object.isPresent() || !sameBucket || !to.startsWith(from)) {
            return Finding.FREE;
        }
        return to.equals(from) ? Finding.SAME_ADDRESS : Finding.TARGET_INSIDE_SOURCE;
    }

    Candidate candidate(ObjectEntry entry, Prefix base, String targetBucket) {
        String key = to + entry.key().substring(from.length());
        String name = entry.key().substring(base.value().length());
        if (key.isEmpty() || !Keys.fits(key)) {
            return new Candidate(
                    base.bucket(), entry, name, Optional.empty(), Finding.KEY_TOO_LONG);
        }
        boolean itself = targetBucket.equals(base.bucket()) && key.equals(entry.key());
        return new Candidate(
                base.bucket(),
                entry,
                name,
                Optional.of(new ObjectAddress(targetBucket, key)),
                itself ? Finding.SAME_ADDRESS : Finding.FREE);
    }
}
