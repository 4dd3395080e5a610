package org.outturn.upload;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;

/** Makes upload plans: walks what was dropped and compares it with what is there. */
public final class UploadPlanner {
    private final ObjectStore store;

    public UploadPlanner(ObjectStore store) {
        this.store = store;
    }

    /**
     * Blocks on disk and server: call it on a virtual thread. Moves nothing.
     *
     * <p>Keys are the target, then the dropped file's or folder's name and the path below it with
     * {@code /}, all names composed (Unicode NFC). Links to folders and out of the dropped folder
     * are not followed. Where the target may not be listed the plan says so, see {@link
     * UploadPlan#comparison()}.
     *
     * @param dropped files and folders; the same one twice counts once
     * @param target the place they go to; a slash is put between it and the names if it has none
     * @throws FailureException if the target cannot be listed for another reason than a denial
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public UploadPlan plan(
            List<Path> dropped,
            Prefix target,
            OverwritePolicy policy,
            UploadOptions options,
            Cancellation cancellation,
            PlanListener listener) {
        List<Candidate> candidates = refuseSameKeys(walk(dropped, target, cancellation, listener));
        candidates.sort(
                // not as the disk lists them, which differs from one to the next
                Comparator.comparing((Candidate c) -> c.local().name())
                        .thenComparing(c -> c.local().file().toString()));
        Set<String> wanted = new HashSet<>();
        candidates.stream()
                .filter(c -> isOpen(c) || options.emptyFolders() && isEmptyFolder(c))
                .forEach(c -> wanted.add(c.key()));
        TargetListing listing = new TargetListing(store, wanted, cancellation, listener);
        try {
            listing.read(target);
        } catch (FailureException e) {
            if (!isDenial(e.failure())) {
                throw e;
            }
            candidates.replaceAll(c -> isOpen(c) ? c.with(UploadReason.NOT_COMPARED) : c);
            UploadSurvey blind = new UploadSurvey(target, Comparison.UNKNOWN, candidates, Set.of());
            return new UploadPlan(blind, policy, options);
        }
        compare(candidates, listing.found(), options.compareBy(), cancellation, listener);
        return new UploadPlan(
                new UploadSurvey(target, Comparison.KNOWN, candidates, listing.numbered()),
                policy,
                options);
    }

    /** The same with {@link UploadOptions#DEFAULTS}. */
    public UploadPlan plan(
            List<Path> dropped,
            Prefix target,
            OverwritePolicy policy,
            Cancellation cancellation,
            PlanListener listener) {
        return plan(dropped, target, policy, UploadOptions.DEFAULTS, cancellation, listener);
    }

    private void compare(
            List<Candidate> candidates,
            Map<String, ObjectEntry> there,
            CompareBy compareBy,
            Cancellation cancellation,
            PlanListener listener) {
        RemoteComparison compare = new RemoteComparison(there, compareBy, cancellation, listener);
        candidates.replaceAll(c -> isOpen(c) ? c.with(compare.finding(c)) : c);
        // a folder that is there needs no other
        candidates.replaceAll(c ->
                isEmptyFolder(c) && there.containsKey(c.key()) ? c.with(UploadReason.EXISTS) : c);
        AtomicLong asked = new AtomicLong();
        Map<String, Instant> times =
                new StoredTimes(
                                store,
                                cancellation,
                                () ->
                                        listener.planning(
                                                PlanListener.Stage.COMPARING,
                                                asked.incrementAndGet()))
                        .of(RemoteComparison.open(candidates));
        candidates.replaceAll(c -> {
            Instant stored = RemoteComparison.isOpen(c) ? times.get(c.key()) : null;
            return stored == null ? c : c.with(RemoteComparison.byTime(c, stored));
        });
    }

    private static List<Candidate> walk(
            List<Path> dropped, Prefix target, Cancellation cancellation, PlanListener listener) {
        List<Candidate> candidates = new ArrayList<>();
        long[] count = new long[1];
        Runnable step = () -> listener.planning(PlanListener.Stage.WALKING, ++count[0]);
        Set<Path> different = new HashSet<>();
        dropped.forEach(path -> different.add(path.toAbsolutePath().normalize()));
        for (Path path : different) {
            for (LocalFile file : LocalTree.walk(path, cancellation, step)) {
                candidates.add(candidate(file, target));
            }
        }
        return candidates;
    }

    private static Candidate candidate(LocalFile file, Prefix target) {
        boolean folder = file.problem() == UploadReason.EMPTY_FOLDER;
        String key = Keys.base(target) + file.name() + (folder ? "/" : "");
        if (key.isEmpty() || !Keys.fits(key)) {
            return new Candidate(
                    file,
                    Optional.empty(),
                    file.problem() == null ? UploadReason.KEY_TOO_LONG : file.problem());
        }
        return new Candidate(
                file,
                Optional.of(new ObjectAddress(target.bucket(), key)),
                file.problem() == null ? UploadReason.NEW : file.problem());
    }

    /** Which of them is meant nobody knows, so none is stored. */
    private static List<Candidate> refuseSameKeys(List<Candidate> candidates) {
        Map<String, Integer> uses = new HashMap<>();
        candidates.stream()
                .filter(UploadPlanner::isOpen)
                .forEach(c -> uses.merge(c.key(), 1, Integer::sum));
        candidates.replaceAll(c ->
                isOpen(c) && uses.getOrDefault(c.key(), 0) > 1 ? c.with(UploadReason.SAME_KEY) : c);
        return candidates;
    }

    private static boolean isOpen(Candidate candidate) {
        return candidate.finding() == UploadReason.NEW;
    }

    private static boolean isEmptyFolder(Candidate candidate) {
        return candidate.finding() == UploadReason.EMPTY_FOLDER;
    }

    private static boolean isDenial(Failure failure) {
        return failure instanceof Failure.AccessDenied || failure instanceof Failure.NotSupported;
    }
}
