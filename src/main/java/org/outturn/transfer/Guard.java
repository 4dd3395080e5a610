package org.outturn.transfer;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** The one lock of a queue, with the number that says whether anything has changed under it. */
final class Guard {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicLong version = new AtomicLong();

    long version() {
        return version.get();
    }

    /** Something changed that needs no lock. */
    void touch() {
        version.incrementAndGet();
    }

    /** Does work that changes something, alone. */
    void change(Runnable work) {
        change(() -> {
            work.run();
            return version;
        });
    }

    /** Does work that changes something, alone. */
    <T> T change(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            version.incrementAndGet();
            changed.signalAll();
            lock.unlock();
        }
    }

    /**
     * Looks at a state that nobody changes meanwhile.
     *
     * @param look gets the version
     */
    <T> T read(LongFunction<T> look) {
        lock.lock();
        try {
            return look.apply(version.get());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a condition holds that changes only under the lock.
     *
     * @return whether it came to hold in time
     */
    boolean await(BooleanSupplier condition, Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long nanos = longest.toNanos();
            while (!condition.getAsBoolean() && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return condition.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }
}
