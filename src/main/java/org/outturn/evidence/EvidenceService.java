package org.outturn.evidence;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.outturn.catalog.OutputRow;

/**
 * Finds out about the outputs that are in sight, from every source for itself: one that is slow or
 * away keeps nobody else waiting. Safe for use by many threads.
 */
public final class EvidenceService implements AutoCloseable {
    private final List<EvidenceLane> lanes;

    /**
     * @param sources where two of them hear the same witness, the first counts
     * @param clock says when a witness that could not be asked is asked again
     * @param changed called on any thread when something was found out; returns at once
     */
    public EvidenceService(List<EvidenceSource> sources, InstantSource clock, Runnable changed) {
        lanes = sources.stream().map(source -> new EvidenceLane(source, clock, changed)).toList();
    }

    /** What is known by now; empty if it was not asked for yet, or the output has changed since. */
    public Optional<Evidence> of(OutputRow row) {
        return lanes.stream()
                .map(lane -> lane.of(row))
                .flatMap(Optional::stream)
                .reduce(Evidence::and);
    }

    /** An output is in sight. Returns at once. */
    public void seen(OutputRow row) {
        lanes.forEach(lane -> lane.seen(row));
    }

    /** Asks nothing more; what is under way ends unheard. */
    @Override
    public void close() {
        lanes.forEach(EvidenceLane::close);
    }
}
