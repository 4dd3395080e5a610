package org.outturn.orphans;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.outturn.catalog.OutputRow;
import org.outturn.pipeline.OutputKind;
import org.outturn.pipeline.status.OutputState;
import org.outturn.storage.ObjectEntry;

/** Temporary files, which nobody needs when all that is known of their job is whole. */
final class JobTemporaries {
    private final List<Orphan> orphans;
    private final Map<String, List<ObjectEntry>> files = new HashMap<>();
    private final Map<String, Instant> finished = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /**
     * @param orphans takes what is found
     */
    JobTemporaries(List<Orphan> orphans) {
        this.orphans = orphans;
    }

    /** Sees the temporary files of a job; none if somebody may be at them. */
    void add(String job, List<ObjectEntry> objects) {
        if (!job.isEmpty()) {
            files.computeIfAbsent(job, _ -> new ArrayList<>()).addAll(objects);
        }
    }

    /**
     * Sees another output.
     *
     * @param quiet whether nobody works on it
     */
    void job(OutputRow row, boolean quiet) {
        if (row.job().isEmpty()) {
            return;
        }
        boolean whole =
                quiet
                        && row.bucket().state() == OutputState.COMPLETE
                        && !row.form().expects().isEmpty();
        if (!whole) {
            open.add(row.job());
        } else if (row.kind() == OutputKind.PROCESSED) {
            finished.merge(row.job(), row.newest(), (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    /** After everything was seen. */
    void end() {
        files.forEach((job, objects) -> {
            Instant resultAt = finished.get(job);
            if (resultAt != null && !open.contains(job)) {
                var reason = new OrphanReason.JobFinished(job, resultAt);
                objects.forEach(object ->
                        orphans.add(
                                new Orphan.Stored(OrphanKind.FINISHED_TEMPORARY, reason, object)));
            }
        });
    }
}
