package org.outturn.aws;

import java.nio.ByteBuffer;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.RateLimit;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Stands between the body of an upload and its connection: hands it on in small pieces, no faster
 * than the limit allows, and tells of each. Blocks no thread.
 *
 * <p>The pieces matter even without a limit. The SDK reads a file in pieces as large as a part, and
 * the connection copies each piece out of the heap before it sends it: 8 MiB more for every part
 * under way.
 */
final class PacedBody implements Subscriber<ByteBuffer>, Subscription {
    /** The largest piece, in bytes. */
    static final int PIECE_BYTES = 128 << 10;

    private final Subscriber<? super ByteBuffer> connection;
    private final RateLimit limit;
    private final ScheduledExecutorService timer;
    private final IntConsumer sent;

    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger turns = new AtomicInteger();
    private volatile @Nullable Subscription body;
    private volatile @Nullable ByteBuffer next;
    private volatile @Nullable Throwable error;
    private volatile boolean bodyEnded;
    private volatile boolean due;
    private volatile boolean ended;

    /** Only touched by whoever has the turn. */
    private boolean asked;

    private @Nullable ByteBuffer piece;

    /**
     * @param timer wakes up what has to wait for the limit
     * @param sent told the length of each piece
     */
    PacedBody(
            Subscriber<? super ByteBuffer> connection,
            RateLimit limit,
            ScheduledExecutorService timer,
            IntConsumer sent) {
        this.connection = connection;
        this.limit = limit;
        this.timer = timer;
        this.sent = sent;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        body = subscription;
        connection.onSubscribe(this);
    }

    @Override
    public void onNext(ByteBuffer buffer) {
        next = buffer;
        goOn();
    }

    @Override
    public void onError(Throwable thrown) {
        error = thrown;
        goOn();
    }

    @Override
    public void onComplete() {
        bodyEnded = true;
        goOn();
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            error = new IllegalArgumentException("a request is for 1 or more");
        } else {
            demand.getAndUpdate(now -> now + n < 0 ? Long.MAX_VALUE : now + n);
        }
        goOn();
    }

    @Override
    public void cancel() {
        ended = true;
        Subscription subscription = body;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    /** Does what can be done now; one thread at a time, the others leave it to that one. */
    private void goOn() {
        if (turns.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        while (seen != 0) {
            boolean more = true;
            while (more && !ended) {
                more = step();
            }
            seen = turns.addAndGet(-seen);
        }
    }

    /** One step; whether another one may be possible. */
    private boolean step() {
        Throwable thrown = error;
        if (thrown != null) {
            ended = true;
            connection.onError(thrown);
            return false;
        }
        ByteBuffer buffer = next;
        if (buffer == null || !buffer.hasRemaining()) {
            return fill(buffer);
        }
        if (demand.get() == 0) {
            return false;
        }
        return send(buffer);
    }

    private boolean fill(@Nullable ByteBuffer empty) {
        if (empty != null) {
            next = null;
            asked = false;
        }
        if (bodyEnded) {
            ended = true;
            connection.onComplete();
            return false;
        }
        Subscription subscription = body;
        if (demand.get() > 0 && !asked && subscription != null) {
            asked = true;
            subscription.request(1);
            // it may have answered at once
            return next != null || bodyEnded || error != null;
        }
        return false;
    }

    private boolean send(ByteBuffer buffer) {
        ByteBuffer now = piece;
        if (now == null) {
            now = cut(buffer);
            piece = now;
            long nanos = limit.reserve(now.remaining());
            due = nanos == 0;
            if (!due) {
                timer.schedule(this::wakeUp, nanos, TimeUnit.NANOSECONDS);
                return false;
            }
        }
        if (!due) {
            return false;
        }
        piece = null;
        int length = now.remaining();
        buffer.position(buffer.position() + length);
        demand.updateAndGet(left -> left == Long.MAX_VALUE ? left : left - 1);
        connection.onNext(now);
        sent.accept(length);
        return true;
    }

    private ByteBuffer cut(ByteBuffer buffer) {
        int most = limit.isOn() ? Pace.STEP_BYTES : PIECE_BYTES;
        return buffer.slice(buffer.position(), Math.min(most, buffer.remaining()));
    }

    private void wakeUp() {
        due = true;
        goOn();
    }
}
