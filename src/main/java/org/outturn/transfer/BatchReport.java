package org.outturn.transfer;

import java.util.Set;
import org.outturn.storage.Prefix;

/**
 * What became of a plan, when the last of its transfers has ended. A retry makes another report.
 *
 * @param changed the prefixes that directly hold an object that was made, replaced or deleted since
 *     the report before; empty for downloads
 * @param failed refused files count as failed
 */
public record BatchReport(
        BatchId batch,
        Direction direction,
        int done,
        int skipped,
        int failed,
        int cancelled,
        Set<Prefix> changed) {
    public BatchReport {
        changed = Set.copyOf(changed);
    }
}
