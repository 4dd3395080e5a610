package org.outturn.aws;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.Cancellation;

/**
 * Lets a cancellation end blocking requests at once, even while a server keeps silent: each runs on
 * a virtual thread, on which a socket read ends when it is interrupted. One per operation, because
 * a {@link Cancellation} keeps what is registered with it.
 */
final class Interruptible {
    private final Cancellation cancellation;
    private final AtomicReference<@Nullable FutureTask<?>> running = new AtomicReference<>();

    Interruptible(Cancellation cancellation) {
        this.cancellation = cancellation;
        cancellation.onCancel(this::stop);
    }

    /**
     * Runs {@code request} and waits for it. One at a time.
     *
     * @throws CancellationException as soon as the operation is cancelled or the calling thread is
     *     interrupted; the request may still be ending then
     */
    <T> T call(Supplier<T> request) {
        FutureTask<T> task = new FutureTask<>(request::get);
        running.set(task);
        try {
            cancellation.check();
            Thread.ofVirtual().name("s3-request").start(task);
            return task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            cancellation.check();
            throw rethrown(e.getCause());
        } finally {
            running.set(null);
        }
    }

    /**
     * Like {@link #call}, but a cancelled request has ended when this returns, so that nothing it
     * writes to is still in use.
     *
     * @param patience how long to wait for that at most
     */
    <T> T toItsEnd(Supplier<T> request, Duration patience) {
        if (Thread.currentThread().isVirtual()) {
            return here(request);
        }
        CountDownLatch ended = new CountDownLatch(1);
        try {
            return call(() -> {
                try {
                    return request.get();
                } finally {
                    ended.countDown();
                }
            });
        } catch (CancellationException e) {
            await(ended, patience);
            throw e;
        }
    }

    /** On the calling thread, which is one that an interrupt ends: saves a change of threads. */
    private <T> T here(Supplier<T> request) {
        FutureTask<T> task = new FutureTask<>(request::get);
        running.set(task);
        try {
            cancellation.check();
            task.run();
            if (task.isCancelled()) {
                // the interrupt was for the request, and has done its work
                Thread.interrupted();
            }
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            cancellation.check();
            throw rethrown(e.getCause());
        } finally {
            running.set(null);
        }
    }

    private static void await(CountDownLatch ended, Duration patience) {
        boolean interrupted = Thread.interrupted();
        try {
            ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        FutureTask<?> task = running.get();
        if (task != null) {
            task.cancel(true);
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable thrown) {
        return switch (thrown) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(thrown);
        };
    }
}
