package org.outturn.orphans;

import java.time.Instant;
import java.util.List;
import org.outturn.storage.ObjectEntry;

/**
 * What a listing alone tells of what was left behind, and what has to be asked before more can be
 * said.
 *
 * @param orphans what is certain
 * @param requests whose stored result has to be read: it may tell of a failure
 * @param exports that no key names an upload for
 * @param recordings uploads whose metadata may name a job of {@code exports}; the newest first
 * @param doubts what cannot be found out by asking either
 */
record OrphanFindings(
        String bucket,
        List<Orphan> orphans,
        List<StoredResult> requests,
        List<LostExport> exports,
        List<ObjectEntry> recordings,
        List<OrphanDoubt> doubts,
        Instant at) {
    OrphanFindings {
        orphans = List.copyOf(orphans);
        requests = List.copyOf(requests);
        exports = List.copyOf(exports);
        recordings = List.copyOf(recordings);
        doubts = List.copyOf(doubts);
    }

    /** A request that is finished if its result is no error. */
    record StoredResult(ObjectEntry result, List<ObjectEntry> inputs, Instant resultAt) {
        StoredResult {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * Exports of a job that no key of an upload names.
     *
     * @param first when the first of them was stored
     */
    record LostExport(String job, List<ObjectEntry> objects, Instant first) {
        LostExport {
            objects = List.copyOf(objects);
        }
    }
}
