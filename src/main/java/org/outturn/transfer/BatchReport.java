package org.outturn.transfer;

import java.util.Optional;
import java.util.Set;
import org.outturn.failure.Failure;
import org.outturn.storage.Prefix;

/**
 * What became of a plan, when the last of its transfers has ended. A retry makes another report.
 *
 * @param changed the prefixes that directly hold an object that was made, replaced or deleted since
 *     the report before; empty for downloads
 * @param failed refused files count as failed
 * @param why why the last that failed did so; empty when none failed
 */
public record BatchReport(
        BatchId batch,
        Direction direction,
        int done,
        int skipped,
        int failed,
        int cancelled,
        Optional<Failure> why,
        Set<Prefix> changed) {
    public BatchReport {
        changed = Set.copyOf(changed);
    }
}
