package org.outturn.rearrange;

import java.util.List;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;

/**
 * What is to be copied, moved, renamed or deleted.
 *
 * @param base the place that was looked at; at a target, keys are as below it
 * @param objects single objects below the base; an ETag may be unknown (empty)
 * @param prefixes everything below each of these, which are below the base
 */
public record RearrangeSelection(Prefix base, List<ObjectEntry> objects, List<Prefix> prefixes) {
    /**
     * @throws IllegalArgumentException if anything is not below the base
     */
    public RearrangeSelection {
        objects = List.copyOf(objects);
        prefixes = List.copyOf(prefixes);
        for (ObjectEntry object : objects) {
            check(object.key().startsWith(base.value()));
        }
        for (Prefix prefix : prefixes) {
            check(prefix.bucket().equals(base.bucket()));
            check(prefix.value().startsWith(base.value()) && !prefix.equals(base));
        }
    }

    private static void check(boolean below) {
        if (!below) {
            throw new IllegalArgumentException("a selection is below the place looked at");
        }
    }
}
