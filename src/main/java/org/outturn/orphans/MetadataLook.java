package org.outturn.orphans;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.outturn.evidence.ResultReader;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.pipeline.status.OutputState;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
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

    private static final int AT_ONCE = 8;
    private static final String JOB = "job_id";

    private final ObjectStore store;
    private final OrphanFindings findings;
    private final Cancellation cancellation;
    private final IntConsumer told;
    private final List<Orphan> orphans;
    private final List<OrphanDoubt> doubts;
    private volatile boolean denied;
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
     * @throws CancellationException when cancelled
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

    /** How many of so many may be asked next. */
    private int next(int left) {
        cancellation.check();
        return Math.min(Math.min(AT_ONCE, left), MOST_ASKED - asked);
    }

    /** Asks some at once, and waits for all answers. */
    private <A, B> List<B> ask(List<A> some, Function<A, B> question) {
        List<Callable<B>> questions =
                some.stream().<Callable<B>>map(one -> () -> question.apply(one)).toList();
        var answers = new ArrayList<B>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<B> answer : threads.invokeAll(questions)) {
                answers.add(answer.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
        asked += some.size();
        told.accept(asked);
        return answers;
    }

    private ObjectAddress address(ObjectEntry object) {
        return new ObjectAddress(findings.bucket(), object.key());
    }

    private void requests() {
        List<OrphanFindings.StoredResult> requests = findings.requests();
        int from = 0;
        int unread = 0;
        for (int some = next(requests.size()); some > 0; some = next(requests.size() - from)) {
            List<OrphanFindings.StoredResult> now = requests.subList(from, from + some);
            List<Optional<OutputState>> states = ask(now, this::state);
            for (int i = 0; i < some; i++) {
                if (states.get(i).isPresent()) {
                    settle(now.get(i), states.get(i).get());
                } else {
                    unread++;
                }
            }
            from += some;
            if (denied) {
                break;
            }
        }
        unread += requests.size() - from;
        if (unread > 0) {
            doubts.add(new OrphanDoubt.ResultsNotRead(unread));
        }
    }

    /** Only an error is told apart: a result may have any form, and its being there says enough. */
    private Optional<OutputState> state(OrphanFindings.StoredResult request) {
        try {
            byte[] beginning =
                    store.read(address(request.result()), 0, ResultReader.MOST_BYTES, cancellation);
            return Optional.of(
                    ResultReader.read(beginning, request.resultAt())
                            .filter(said -> said.state() == OutputState.FAILED)
                            .map(_ -> OutputState.FAILED)
                            .orElse(OutputState.COMPLETE));
        } catch (FailureException e) {
            if (isDenial(e)) {
                denied = true;
            } else if (!(e.failure() instanceof Failure.NotFound)) {
                throw e;
            }
            return Optional.empty();
        }
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
        int from = 0;
        try {
            for (int some = next(recordings.size());
                    some > 0;
                    some = next(recordings.size() - from)) {
                List<ObjectEntry> now = recordings.subList(from, from + some);
                List<Named> answers = ask(now, this::named);
                for (int i = 0; i < some; i++) {
                    claimed.addAll(answers.get(i).jobs);
                    if (!answers.get(i).any) {
                        nameless.add(now.get(i).modified());
                    }
                }
                from += some;
            }
        } catch (FailureException e) {
            if (!isDenial(e)) {
                throw e;
            }
            doubts.add(new OrphanDoubt.MetadataDenied(findings.exports().size()));
            return;
        }
        judge(claimed, nameless, recordings.subList(from, recordings.size()), from);
    }

    /**
     * What a recording says of its job.
     *
     * @param any whether it names one in any form
     * @param jobs those that can be an export's
     */
    private record Named(boolean any, List<String> jobs) {}

    private Named named(ObjectEntry recording) {
        boolean byKey = LostExports.named(recording.key()).findAny().isPresent();
        // what is gone meanwhile names nothing: then exports that it may be the source of stay
        return store.find(address(recording))
                .map(ObjectDetails::metadata)
                .map(metadata ->
                        new Named(
                                byKey || !metadata.getOrDefault(JOB, "").isBlank(),
                                metadata.values().stream().flatMap(LostExports::named).toList()))
                .orElseGet(() -> new Named(false, List.of()));
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
