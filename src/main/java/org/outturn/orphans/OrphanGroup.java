package org.outturn.orphans;

import java.time.Instant;
import java.util.List;

/**
 * All that is left of one kind.
 *
 * @param orphans at least one, in the order of their keys
 */
public record OrphanGroup(OrphanKind kind, List<Orphan> orphans) {
    /**
     * @throws IllegalArgumentException if there is none, or one is of another kind
     */
    public OrphanGroup {
        orphans = List.copyOf(orphans);
        if (orphans.isEmpty() || orphans.stream().anyMatch(orphan -> orphan.kind() != kind)) {
            throw new IllegalArgumentException("a group is of one kind and not empty");
        }
    }

    /** The sum of the sizes that are known. */
    public long bytes() {
        return orphans.stream().mapToLong(orphan -> orphan.size().orElse(0)).sum();
    }

    /** Since when the oldest has been there. */
    public Instant oldest() {
        return orphans.stream().map(Orphan::since).min(Instant::compareTo).orElseThrow();
    }
}
