package org.outturn.catalog;

import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listing on its virtual thread. Calls to the listener are made under a lock that {@link
 * #cancel} takes as well, so that none is made after it.
 */
final class ListingJob implements Listing {
    private static final Logger LOG = LoggerFactory.getLogger(ListingJob.class);

    private final String name;
    private final Attempt attempt;
    private final InstantSource clock;
    private final Consumer<Completeness> ended;
    private final Cancellation cancellation = new Cancellation();
    private final ReentrantLock telling = new ReentrantLock();
    private volatile Completeness completeness = new Completeness.Running();
    private volatile boolean limitReached;

    /**
     * @param object what is listed, for messages
     * @param ended told at the end unless cancelled
     */
    ListingJob(String verb, String object, InstantSource clock, Consumer<Completeness> ended) {
        this.name = verb + " " + object;
        this.attempt = new Attempt("ListObjectsV2", object);
        this.clock = clock;
        this.ended = ended;
    }

    /** Runs the work on a new virtual thread. */
    ListingJob start(Runnable work) {
        Thread.ofVirtual().name(name).start(() -> run(work));
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Completeness completeness() {
        return completeness;
    }

    /** To be handed to the store. */
    Cancellation cancellation() {
        return cancellation;
    }

    @Override
    public void cancel() {
        telling.lock();
        try {
            if (!isRunning()) {
                return;
            }
            completeness = partial(Completeness.Cause.CANCELLED);
        } finally {
            telling.unlock();
        }
        // elsewhere: it closes a connection, which may take its time, and the caller is the window
        Thread.ofVirtual().name("cancel " + name).start(cancellation::cancel);
    }

    /**
     * Makes one call to the listener.
     *
     * @throws CancellationException if cancelled; the work ends with it
     */
    void tell(Runnable call) {
        telling.lock();
        try {
            if (!isRunning()) {
                throw new CancellationException(name);
            }
            call.run();
        } finally {
            telling.unlock();
        }
    }

    /**
     * Ends the work because there is more than was asked for.
     *
     * @throws CancellationException always
     */
    void stopAtLimit() {
        limitReached = true;
        cancellation.cancel();
        throw new CancellationException(name);
    }

    private void run(Runnable work) {
        try {
            work.run();
            end(new Completeness.Complete(clock.instant()));
        } catch (CancellationException e) {
            // how the store ends when asked to: by us at the limit, by a cancel, or by its close
            end(partial(limitReached ? Completeness.Cause.LIMIT : Completeness.Cause.CANCELLED));
        } catch (FailureException e) {
            end(new Completeness.Failed(e.failure(), clock.instant()));
        } catch (RuntimeException | Error e) {
            LOG.error("{}: a defect", name, e);
            Technical technical = Technical.of(e.getClass().getName());
            end(
                    new Completeness.Failed(
                            new Failure.Unexpected(attempt, technical), clock.instant()));
        }
    }

    private void end(Completeness last) {
        telling.lock();
        try {
            if (isRunning()) {
                completeness = last;
                ended.accept(last);
            }
        } finally {
            telling.unlock();
        }
    }

    private Completeness partial(Completeness.Cause cause) {
        return new Completeness.Partial(cause, clock.instant());
    }

    private boolean isRunning() {
        return completeness instanceof Completeness.Running;
    }
}
