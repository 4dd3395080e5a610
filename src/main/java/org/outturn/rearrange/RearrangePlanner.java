package org.outturn.rearrange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongConsumer;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.rearrange.Candidate.Finding;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.upload.TargetListing;

/**
 * Makes plans for what the server can do by itself: lists what was chosen and what is at the
 * target. Blocks on the server: call it on a virtual thread. Changes nothing.
 *
 * <p>Each method throws {@link FailureException} if something cannot be listed, but for a target
 * that may not be (see {@link RearrangePlan#compared()}), and {@link
 * java.util.concurrent.CancellationException} if cancelled. {@code found} is told, on the calling
 * thread, how many objects have been seen so far.
 */
public final class RearrangePlanner {
    private final ObjectStore store;

    public RearrangePlanner(ObjectStore store) {
        this.store = store;
    }

    /** What copying to a place would do. */
    public RearrangePlan copy(
            RearrangeSelection selection,
            Prefix target,
            TakenKeyPolicy policy,
            Cancellation cancellation,
            LongConsumer found) {
        RearrangeSelection now = new SourceLook(store, cancellation).complete(selection);
        return new Work(RearrangeKind.COPY, now, cancellation, found)
                .plan(Root.movedTo(now, target), target, policy);
    }

    /** What moving to a place would do. */
    public RearrangePlan move(
            RearrangeSelection selection,
            Prefix target,
            TakenKeyPolicy policy,
            Cancellation cancellation,
            LongConsumer found) {
        RearrangeSelection now = new SourceLook(store, cancellation).complete(selection);
        return new Work(RearrangeKind.MOVE, now, cancellation, found)
                .plan(Root.movedTo(now, target), target, policy);
    }

    /**
     * What another name would do to one object, or to the keys of everything below one prefix.
     *
     * @param name the new last level of the key, without a slash at its end
     * @throws IllegalArgumentException if there is not exactly one thing to be renamed, or the name
     *     is none
     */
    public RearrangePlan rename(
            RearrangeSelection one,
            String name,
            TakenKeyPolicy policy,
            Cancellation cancellation,
            LongConsumer found) {
        if (name.isEmpty() || name.contains("/")) {
            throw new IllegalArgumentException("a name is one level of a key");
        }
        RearrangeSelection now = new SourceLook(store, cancellation).complete(one);
        Root root = Root.renamed(now, name);
        Prefix parent = new Prefix(one.base().bucket(), root.from()).parent();
        return new Work(RearrangeKind.MOVE, now, cancellation, found)
                .plan(List.of(root), parent, policy);
    }

    /** What would be deleted. */
    public RearrangePlan delete(
            RearrangeSelection selection, Cancellation cancellation, LongConsumer found) {
        return new Work(RearrangeKind.DELETE, selection, cancellation, found).planDelete();
    }

    /** One plan in the making. */
    private final class Work {
        private final RearrangeKind kind;
        private final Prefix base;
        private final RearrangeSelection selection;
        private final Cancellation cancellation;
        private final LongConsumer found;

        Work(
                RearrangeKind kind,
                RearrangeSelection selection,
                Cancellation cancellation,
                LongConsumer found) {
            this.kind = kind;
            this.base = selection.base();
            this.selection = selection;
            this.cancellation = cancellation;
            this.found = found;
        }

        RearrangePlan planDelete() {
            Map<String, ObjectEntry> objects = new TreeMap<>();
            selection.objects().forEach(entry -> objects.put(entry.key(), entry));
            for (Prefix prefix : selection.prefixes()) {
                list(prefix, entry -> objects.put(entry.key(), entry), objects::size);
            }
            List<Candidate> candidates = new ArrayList<>(objects.size());
            for (ObjectEntry entry : objects.values()) {
                String name = entry.key().substring(base.value().length());
                candidates.add(
                        new Candidate(
                                base.bucket(), entry, name, Optional.empty(), Finding.CHOSEN));
            }
            return plan(candidates, Optional.empty(), true, Set.of(), TakenKeyPolicy.SKIP);
        }

        RearrangePlan plan(List<Root> roots, Prefix target, TakenKeyPolicy policy) {
            List<Candidate> candidates = refuseSameKeys(candidates(roots, target));
            Set<String> wanted = new HashSet<>();
            candidates.stream()
                    .filter(c -> c.isOpen() || c.finding() == Finding.SAME_ADDRESS)
                    .forEach(c -> c.target().ifPresent(t -> wanted.add(t.key())));
            long seen = candidates.size();
            TargetListing listing =
                    new TargetListing(
                            store, wanted, cancellation, (_, count) -> found.accept(seen + count));
            try {
                listing.read(target);
            } catch (FailureException e) {
                if (!isDenial(e.failure())) {
                    throw e;
                }
                candidates.replaceAll(c -> c.isOpen() ? c.with(Finding.NOT_COMPARED) : c);
                return plan(candidates, Optional.of(target), false, Set.of(), policy);
            }
            Map<String, ObjectEntry> there = listing.found();
            candidates.replaceAll(c ->
                    c.isOpen() && there.containsKey(c.targetKey()) ? c.with(Finding.TAKEN) : c);
            return plan(candidates, Optional.of(target), true, listing.numbered(), policy);
        }

        private List<Candidate> candidates(List<Root> roots, Prefix target) {
            boolean sameBucket = target.bucket().equals(base.bucket());
            Map<String, Candidate> candidates = new TreeMap<>();
            for (Root root : roots) {
                Finding wholly = root.wholly(sameBucket);
                if (wholly != Finding.FREE) {
                    candidates.put(root.from(), refused(root, wholly));
                } else if (root.object().isPresent()) {
                    ObjectEntry entry = root.object().get();
                    candidates.put(entry.key(), root.candidate(entry, base, target.bucket()));
                } else {
                    list(
                            new Prefix(base.bucket(), root.from()),
                            entry ->
                                    candidates.put(
                                            entry.key(),
                                            root.candidate(entry, base, target.bucket())),
                            candidates::size);
                }
            }
            return new ArrayList<>(candidates.values());
        }

        /** One line for a whole folder, which is not listed for that. */
        private Candidate refused(Root root, Finding why) {
            var folder = new ObjectEntry(root.from(), 0, Instant.EPOCH, "", "");
            String name = root.from().substring(base.value().length());
            return new Candidate(base.bucket(), folder, name, Optional.empty(), why);
        }

        private void list(Prefix prefix, Consumer<ObjectEntry> take, IntSupplier soFar) {
            store.list(
                    prefix,
                    "",
                    "",
                    cancellation,
                    page -> {
                        page.objects().forEach(take);
                        found.accept(soFar.getAsInt());
                    });
        }

        private RearrangePlan plan(
                List<Candidate> candidates,
                Optional<Prefix> target,
                boolean compared,
                Set<String> numbered,
                TakenKeyPolicy policy) {
            return new RearrangePlan(
                    new RearrangeSurvey(kind, base, target, compared, candidates, numbered),
                    policy);
        }
    }

    /** Which of them is meant nobody knows, so none goes there. */
    private static List<Candidate> refuseSameKeys(List<Candidate> candidates) {
        Map<String, Integer> uses = new HashMap<>();
        Consumer<Candidate> count = c -> uses.merge(c.targetKey(), 1, Integer::sum);
        candidates.stream().filter(Candidate::isOpen).forEach(count);
        candidates.replaceAll(c ->
                c.isOpen() && uses.getOrDefault(c.targetKey(), 0) > 1
                        ? c.with(Finding.SAME_KEY)
                        : c);
        return candidates;
    }

    private static boolean isDenial(Failure failure) {
        return failure instanceof Failure.AccessDenied || failure instanceof Failure.NotSupported;
    }
}
