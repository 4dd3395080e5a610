package org.outturn.ui.tagging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.outturn.catalog.CatalogService;
import org.outturn.catalog.Completeness;
import org.outturn.catalog.CountListener;
import org.outturn.catalog.FoundObjects;
import org.outturn.catalog.Listing;
import org.outturn.failure.FailureException;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;

/** Finds the objects that a selection stands for. Blocks on the server. */
final class TagSearch {
    private final ObjectStore store;
    private final Function<ObjectAddress, Optional<LocalDate>> day;
    private final int most;

    /**
     * @param most finds no more objects than this, at least 1
     */
    TagSearch(ObjectStore store, Function<ObjectAddress, Optional<LocalDate>> day, int most) {
        this.store = store;
        this.day = day;
        this.most = most;
    }

    /**
     * @param found told how many so far
     * @throws FailureException if something cannot be listed
     * @throws CancellationException if cancelled
     */
    TagSubjects find(
            List<ObjectAddress> chosen,
            List<Prefix> folders,
            LongConsumer found,
            Cancellation cancellation) {
        Set<ObjectAddress> objects = new LinkedHashSet<>(chosen);
        Map<String, List<Prefix>> byBucket = new LinkedHashMap<>();
        folders.forEach(folder ->
                byBucket.computeIfAbsent(folder.bucket(), _ -> new ArrayList<>()).add(folder));
        boolean more = false;
        for (List<Prefix> together : byBucket.values()) {
            int before = objects.size();
            var count = new Count(before, found);
            Listing listing = new CatalogService(store).count(together, most, count);
            cancellation.onCancel(() -> {
                listing.cancel();
                count.end.cancel(false);
            });
            FoundObjects below = count.await();
            cancellation.check();
            below.keys().forEach(key -> objects.add(new ObjectAddress(below.bucket(), key)));
            more |= count.partial;
        }
        List<ObjectAddress> first = objects.stream().limit(most).toList();
        int withoutDay = (int) first.stream().filter(a -> day.apply(a).isEmpty()).count();
        return new TagSubjects(first, more || first.size() < objects.size(), withoutDay);
    }

    private static final class Count implements CountListener {
        private final CompletableFuture<FoundObjects> end = new CompletableFuture<>();
        private final int before;
        private final LongConsumer found;
        private volatile boolean partial;

        Count(int before, LongConsumer found) {
            this.before = before;
            this.found = found;
        }

        FoundObjects await() {
            try {
                return end.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof FailureException failure ? failure : e;
            }
        }

        @Override
        public void counted(long objects, long bytes) {
            found.accept(before + objects);
        }

        @Override
        public void ended(FoundObjects objects, Completeness completeness) {
            partial = completeness instanceof Completeness.Partial;
            if (completeness instanceof Completeness.Failed(var failure, _)) {
                end.completeExceptionally(new FailureException(failure));
            } else {
                end.complete(objects);
            }
        }
    }
}
