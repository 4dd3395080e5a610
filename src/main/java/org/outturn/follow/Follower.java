package org.outturn.follow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a bucket again and again, on one virtual thread, so that there are never two looks at
 * once. Safe for use by many threads; no method waits for a look.
 */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final BucketLooks looks;
    private final String name;
    private final FollowListener listener;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private FollowState state = FollowState.BEGINNING;
    private Duration interval;
    private boolean wanted;
    private boolean wholeWanted;
    private boolean closed;
    private @Nullable Instant lastWhole;
    private Instant ended;

    /** One for each look, because a cancellation keeps what is registered with it. */
    private Cancellation running = new Cancellation();

    private Follower(
            BucketLooks looks,
            String name,
            Duration interval,
            FollowListener listener,
            InstantSource clock) {
        this.looks = looks;
        this.name = name;
        this.interval = interval;
        this.listener = listener;
        this.clock = clock;
        this.ended = clock.instant();
    }

    /**
     * Begins to follow; the first look is one interval after the listing that is known.
     *
     * @param name what is followed, for the thread's name and for messages
     * @param listed when everything was listed; empty if it was not, then the first look is at once
     *     and whole
     */
    public static Follower start(
            BucketLooks looks,
            String name,
            Optional<Instant> listed,
            Duration interval,
            FollowListener listener,
            InstantSource clock) {
        var follower = new Follower(looks, name, interval, listener, clock);
        follower.lastWhole = listed.orElse(null);
        follower.wanted = listed.isEmpty();
        follower.ended = listed.orElse(follower.ended);
        follower.state =
                new FollowState(
                        listed,
                        listed.map(_ -> follower.ended.plus(interval)),
                        Optional.empty(),
                        0);
        Thread.ofVirtual().name("follow " + name).start(follower::run);
        return follower;
    }

    /** Another time between looks; counts from the last look on. */
    public void interval(Duration next) {
        lock.lock();
        try {
            interval = next;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Looks at everything now, or when the look that runs has ended. */
    public void lookNow() {
        lock.lock();
        try {
            wanted = true;
            wholeWanted = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Stops. When this returns no call to the listener runs on another thread and none follows; a
     * request ends in the background.
     */
    @Override
    public void close() {
        Cancellation look;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            look = running;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
        // elsewhere: it closes a connection, which may take its time, and the caller is the window
        Thread.ofVirtual().name("stop following " + name).start(look::cancel);
    }

    private void run() {
        try {
            tell(state);
            while (await()) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CancellationException e) {
            LOG.debug("{} is not followed any more", name);
        }
    }

    /** Waits until it is time; false when closed. */
    private boolean await() throws InterruptedException {
        lock.lock();
        try {
            while (!closed && !wanted) {
                Instant due = ended.plus(Pace.pause(interval, state.failures()));
                Duration left = Duration.between(clock.instant(), due);
                if (!left.isPositive()) {
                    break;
                }
                if (state.nextLook().isPresent() && !state.nextLook().get().equals(due)) {
                    tell(
                            new FollowState(
                                    state.lastLook(),
                                    Optional.of(due),
                                    state.failure(),
                                    state.failures()));
                }
                woken.await(Math.min(left.toMillis() + 1, 60_000), TimeUnit.MILLISECONDS);
            }
            wanted = false;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void look() {
        var cancellation = new Cancellation();
        var whole = new boolean[1];
        tell(() -> {
            running = cancellation;
            whole[0] = wholeWanted || isWholeDue();
            wholeWanted = false;
        });
        tell(state.looking());
        try {
            Look found = looks.look(whole[0], cancellation);
            tell(() -> {
                ended = clock.instant();
                if (found.whole()) {
                    lastWhole = ended;
                }
                listener.looked(found);
            });
            tell(state.looked(ended, ended.plus(currentInterval())));
        } catch (FailureException e) {
            failed(e.failure(), whole[0]);
        } catch (CancellationException e) {
            // by our close, or the store was closed under it
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.error("following {}: a defect", name, e);
            failed(
                    new Failure.Unexpected(
                            new Attempt("ListObjectsV2", name),
                            Technical.of(e.getClass().getName())),
                    whole[0]);
        }
    }

    private boolean isWholeDue() {
        Instant before = lastWhole;
        return before == null
                || Duration.between(before, clock.instant()).compareTo(Pace.WHOLE) >= 0;
    }

    private void failed(Failure why, boolean whole) {
        Duration pause = Pace.pause(currentInterval(), state.failures() + 1);
        tell(() -> {
            ended = clock.instant();
            wholeWanted |= whole;
        });
        tell(state.failed(why, ended.plus(pause)));
    }

    private Duration currentInterval() {
        lock.lock();
        try {
            return interval;
        } finally {
            lock.unlock();
        }
    }

    private void tell(FollowState next) {
        tell(() -> {
            state = next;
            listener.changed(next);
        });
    }

    private void tell(Runnable call) {
        lock.lock();
        try {
            if (closed) {
                throw new CancellationException(name);
            }
            call.run();
        } finally {
            lock.unlock();
        }
    }
}
