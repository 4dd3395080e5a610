package org.outturn.orphans;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.outturn.catalog.OutputRow;
import org.outturn.pipeline.layout.OutputForm;
import org.outturn.pipeline.layout.Recognised;
import org.outturn.pipeline.layout.Recogniser;
import org.outturn.pipeline.status.Finding;
import org.outturn.pipeline.status.OutputState;
import org.outturn.storage.ObjectEntry;

/** Inputs of requests: the PDF processor deletes them on errors only. For one thread. */
final class RequestInputs {
    private static final String INPUT = "input";
    private static final String RESULT = "result";

    private final Recogniser recogniser;
    private final boolean complete;
    private final List<Orphan> orphans;
    private final List<OrphanFindings.StoredResult> unread = new ArrayList<>();

    /**
     * @param complete whether everything was listed, so that what was not found is not there
     * @param orphans takes what is certain
     */
    RequestInputs(Recogniser recogniser, boolean complete, List<Orphan> orphans) {
        this.recogniser = recogniser;
        this.complete = complete;
        this.orphans = orphans;
    }

    /** Whether it is one that waits for a result of its input. */
    static boolean concerns(OutputForm form) {
        return form.waitsFor() != 0 && form.role(INPUT) >= 0;
    }

    /** Looks at a request that nobody works on. */
    void add(OutputRow row, List<ObjectEntry> objects) {
        var inputs = new ArrayList<ObjectEntry>();
        var results = new ArrayList<ObjectEntry>();
        Instant resultAt = Instant.MIN;
        for (ObjectEntry object : objects) {
            int role = role(object);
            if (role == row.form().role(INPUT)) {
                inputs.add(object);
            } else {
                resultAt = object.modified().isAfter(resultAt) ? object.modified() : resultAt;
            }
            if (role >= 0 && role == row.form().role(RESULT)) {
                results.add(object);
            }
        }
        OutputState state = row.bucket().state();
        if (state == OutputState.COMPLETE && !inputs.isEmpty()) {
            finished(inputs, results, resultAt);
        } else if (complete && row.bucket().finding() instanceof Finding.NothingCame(var since)) {
            var reason = new OrphanReason.NothingCame(since);
            inputs.forEach(input ->
                    orphans.add(new Orphan.Stored(OrphanKind.INPUT_WITHOUT_RESULT, reason, input)));
        }
    }

    private void finished(List<ObjectEntry> inputs, List<ObjectEntry> results, Instant resultAt) {
        if (results.isEmpty()) {
            var reason = new OrphanReason.RequestFinished(resultAt);
            inputs.forEach(input ->
                    orphans.add(new Orphan.Stored(OrphanKind.FINISHED_INPUT, reason, input)));
        } else {
            unread.add(new OrphanFindings.StoredResult(results.getFirst(), inputs, resultAt));
        }
    }

    private int role(ObjectEntry object) {
        Recognised found = recogniser.of(object.key());
        return found == null ? -1 : found.role();
    }

    List<OrphanFindings.StoredResult> unread() {
        return unread;
    }
}
