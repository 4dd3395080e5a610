package org.outturn.upload;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ModifiedTime;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectStore;

/**
 * The times that files had when they were stored, as the objects' metadata keep them. No listing
 * gives these, so each costs a request; there is a bound to how many are asked for.
 */
final class StoredTimes {
    /** The most objects that are asked about for one plan. */
    static final int MOST = 1_000;

    private static final int AT_ONCE = 16;

    private final ObjectStore store;
    private final Cancellation cancellation;
    private final Runnable step;
    private final AtomicBoolean refused = new AtomicBoolean();

    /**
     * @param step run for each object, on any thread
     */
    StoredTimes(ObjectStore store, Cancellation cancellation, Runnable step) {
        this.store = store;
        this.cancellation = cancellation;
        this.step = step;
    }

    /**
     * @return by key; without those that keep no time, those over the bound, and all that may not
     *     be looked at
     * @throws FailureException if nobody answers
     */
    Map<String, Instant> of(List<ObjectAddress> addresses) {
        Map<String, Instant> times = new HashMap<>();
        Map<String, Future<Optional<Instant>>> asked = new HashMap<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            for (ObjectAddress address : new ArrayList<>(addresses).subList(0, bound(addresses))) {
                asked.put(address.key(), threads.submit(() -> time(address)));
            }
            for (Map.Entry<String, Future<Optional<Instant>>> each : asked.entrySet()) {
                each.getValue().get().ifPresent(time -> times.put(each.getKey(), time));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(e.getCause());
        }
        cancellation.check();
        return times;
    }

    private static int bound(List<ObjectAddress> addresses) {
        return Math.min(MOST, addresses.size());
    }

    private Optional<Instant> time(ObjectAddress address) {
        if (refused.get() || cancellation.isCancelled()) {
            return Optional.empty();
        }
        try {
            step.run();
            return store.find(address).map(ObjectDetails::metadata).flatMap(ModifiedTime::of);
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.AccessDenied
                    || e.failure() instanceof Failure.NotSupported) {
                refused.set(true);
                return Optional.empty();
            }
            throw e;
        }
    }
}
