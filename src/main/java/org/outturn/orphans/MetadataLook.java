package org.outturn.orphans;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.outturn.evidence.ResultReader;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.pipeline.status.OutputState;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.ObjectStore;

/**
 * Asks what a listing does not tell: the metadata of recordings, and whether a stored result is an
 * error. Blocks on the server. What cannot be found out is not listed as left behind but said to be
 * in doubt.
 */
final class MetadataLook {
    /** So many objects are asked, one request each, whatever it is for. */
    static final int MOST_ASKED = 500;

    /** A recording that names no job may be the source of exports that came within this time. */
    static final Duration SOURCE = Duration.ofHours(24);

    private static final String JOB = "job_id";

    private final ObjectStore store;
    private final OrphanFindings findings;
    private final Cancellation cancellation;
    private final IntConsumer told;
    private final List<Orphan> orphans;
    private final List<OrphanDoubt> doubts;
    private int asked;

    private MetadataLook(
            ObjectStore store,
            OrphanFindings findings,
            Cancellation cancellation,
            IntConsumer told) {
        this.store = store;
        this.findings = findings;
        this.cancellation = cancellation;
        this.told = told;
        this.orphans = new ArrayList<>(findings.orphans());
        this.doubts = new ArrayList<>(findings.doubts());
    }

    /**
     * @param asked told how many objects have been asked by now
     * @throws java.util.concurrent.CancellationException when cancelled
     * @throws FailureException if the server cannot be reached; not if it does not allow it
     */
    static OrphanReport settle(
            ObjectStore store,
            OrphanFindings findings,
            Cancellation cancellation,
            IntConsumer asked) {
        var look = new MetadataLook(store, findings, cancellation, asked);
        look.requests();
        if (!findings.exports().isEmpty()) {
            look.exports();
        }
        return OrphanReport.of(findings.bucket(), look.orphans, look.doubts, findings.at());
    }

    private boolean mayAsk() {
        cancellation.check();
        return asked < MOST_ASKED;
    }

    private void count() {
        asked++;
        told.accept(asked);
    }

    private ObjectAddress address(ObjectEntry object) {
        return new ObjectAddress(findings.bucket(), object.key());
    }

    private void requests() {
        int unread = 0;
        boolean denied = false;
        for (OrphanFindings.StoredResult request : findings.requests()) {
            Optional<OutputState> state = Optional.empty();
            if (!denied && mayAsk()) {
                try {
                    state = state(request);
                } catch (FailureException e) {
                    denied = isDenial(e);
                }
            }
            if (state.isEmpty()) {
                unread++;
            } else {
                settle(request, state.get());
            }
        }
        if (unread > 0) {
            doubts.add(new OrphanDoubt.ResultsNotRead(unread));
        }
    }

    /** Only an error is told apart: a result may have any form, and its being there says enough. */
    private Optional<OutputState> state(OrphanFindings.StoredResult request) {
        count();
        byte[] beginning =
                store.read(address(request.result()), 0, ResultReader.MOST_BYTES, cancellation);
        return Optional.of(
                ResultReader.read(beginning, request.resultAt())
                        .filter(said -> said.state() == OutputState.FAILED)
                        .map(_ -> OutputState.FAILED)
                        .orElse(OutputState.COMPLETE));
    }

    private void settle(OrphanFindings.StoredResult request, OutputState state) {
        boolean failed = state == OutputState.FAILED;
        OrphanKind kind = failed ? OrphanKind.INPUT_WITHOUT_RESULT : OrphanKind.FINISHED_INPUT;
        OrphanReason reason =
                failed
                        ? new OrphanReason.RequestFailed(request.resultAt())
                        : new OrphanReason.RequestFinished(request.resultAt());
        request.inputs().forEach(input -> orphans.add(new Orphan.Stored(kind, reason, input)));
    }

    private void exports() {
        var claimed = new HashSet<String>();
        var nameless = new ArrayList<Instant>();
        List<ObjectEntry> recordings = findings.recordings();
        int next = 0;
        try {
            while (next < recordings.size() && mayAsk()) {
                if (!names(recordings.get(next), claimed)) {
                    nameless.add(recordings.get(next).modified());
                }
                next++;
            }
        } catch (FailureException e) {
            if (!isDenial(e)) {
                throw e;
            }
            doubts.add(new OrphanDoubt.MetadataDenied(findings.exports().size()));
            return;
        }
        judge(claimed, nameless, recordings.subList(next, recordings.size()), next);
    }

    /** Whether a recording names any job; those that it names are claimed. */
    private boolean names(ObjectEntry recording, Set<String> claimed) {
        count();
        var metadata = store.find(address(recording)).map(details -> details.metadata());
        if (metadata.isEmpty()) {
            // gone meanwhile: whatever it named is not to be judged by this look
            return false;
        }
        metadata.get().values().forEach(value -> LostExports.named(value).forEach(claimed::add));
        boolean job = !metadata.get().getOrDefault(JOB, "").isBlank();
        return job || LostExports.named(recording.key()).findAny().isPresent();
    }

    private void judge(
            Set<String> claimed, List<Instant> nameless, List<ObjectEntry> unasked, int answers) {
        int unread = 0;
        int inDoubt = 0;
        for (OrphanFindings.LostExport export : findings.exports()) {
            if (claimed.contains(export.job())) {
                continue;
            }
            boolean unknown = unasked.stream().anyMatch(r -> !r.modified().isAfter(export.first()));
            if (unknown) {
                unread++;
            } else if (nameless.stream().anyMatch(at -> mayBeSource(at, export))) {
                inDoubt++;
            } else {
                var reason = new OrphanReason.NoUpload(export.job(), answers);
                export.objects()
                        .forEach(object ->
                                orphans.add(
                                        new Orphan.Stored(
                                                OrphanKind.EXPORT_WITHOUT_UPLOAD, reason, object)));
            }
        }
        if (unread > 0) {
            doubts.add(new OrphanDoubt.MetadataNotAllRead(unread, answers));
        }
        if (inDoubt > 0) {
            doubts.add(new OrphanDoubt.MayBeOfNameless(inDoubt));
        }
    }

    private static boolean mayBeSource(Instant recorded, OrphanFindings.LostExport export) {
        return !recorded.isAfter(export.first()) && recorded.plus(SOURCE).isAfter(export.first());
    }

    private static boolean isDenial(FailureException e) {
        return e.failure() instanceof Failure.AccessDenied;
    }
}
