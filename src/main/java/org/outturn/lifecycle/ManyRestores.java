package org.outturn.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.RestoreTier;

/**
 * Asks the server to restore many archived objects, some at a time: S3 has no request for several.
 * Once.
 */
public final class ManyRestores {
    private static final int AT_A_TIME = 8;

    private final ObjectStore store;
    private final List<ObjectAddress> objects;
    private final int days;
    private final RestoreTier tier;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger readable = new AtomicInteger();
    private final List<RestoreReport.Refused> refused = new ArrayList<>();
    private volatile boolean denied;

    /**
     * @param days how long the copies are to be kept, 1 or more
     */
    public ManyRestores(
            ObjectStore store, List<ObjectAddress> objects, int days, RestoreTier tier) {
        this.store = store;
        this.objects = List.copyOf(objects);
        this.days = days;
        this.tier = tier;
    }

    /**
     * Blocks until all were asked for, or somebody cancels: what is left then is in the report.
     * Whoever may not restore one object is not let ask for the others.
     *
     * @param progress told how many are done, on any thread
     */
    public RestoreReport run(IntConsumer progress, Cancellation cancellation) {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Math.min(AT_A_TIME, objects.size()); i++) {
                workers.submit(() -> work(progress, cancellation));
            }
        }
        synchronized (refused) {
            return new RestoreReport(asked.get(), underWay.get(), readable.get(), refused, left());
        }
    }

    private int left() {
        return objects.size() - done.get();
    }

    private void work(IntConsumer progress, Cancellation cancellation) {
        for (int i = next.getAndIncrement();
                i < objects.size() && !denied && !cancellation.isCancelled();
                i = next.getAndIncrement()) {
            if (!ask(objects.get(i))) {
                return;
            }
            progress.accept(done.incrementAndGet());
        }
    }

    /** False when the store was closed. */
    private boolean ask(ObjectAddress object) {
        try {
            store.restore(object, days, tier);
            asked.incrementAndGet();
        } catch (FailureException e) {
            switch (e.failure()) {
                case Failure.BeingRestored _ -> underWay.incrementAndGet();
                case Failure.NotArchived _ -> readable.incrementAndGet();
                case Failure why -> refuse(object, why);
            }
        } catch (CancellationException e) {
            return false;
        }
        return true;
    }

    private void refuse(ObjectAddress object, Failure why) {
        denied |= why instanceof Failure.AccessDenied;
        synchronized (refused) {
            refused.add(new RestoreReport.Refused(object, why));
        }
    }
}
