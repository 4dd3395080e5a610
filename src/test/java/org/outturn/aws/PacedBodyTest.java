package org.outturn.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.outturn.storage.RateLimit;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.core.async.SdkPublisher;

class PacedBodyTest {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final RateLimit limit = new RateLimit();
    private final AtomicLong sent = new AtomicLong();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void everythingArrivesInSmallPiecesAndIsCounted() {
        byte[] first = bytes(1_000_000);
        byte[] second = bytes(10);
        Connection connection = new Connection(1);

        send(connection, List.of(ByteBuffer.wrap(first), ByteBuffer.wrap(second)));

        assertThat(connection.ended).isTrue();
        assertThat(connection.all.size()).isEqualTo(1_000_010);
        assertThat(connection.all.toByteArray()).startsWith(first).endsWith(second);
        assertThat(connection.largest).isLessThanOrEqualTo(PacedBody.PIECE_BYTES);
        assertThat(sent).hasValue(1_000_010);
    }

    @Test
    void nothingComesThatWasNotAskedFor() {
        Connection connection = new Connection(0);

        send(connection, List.of(ByteBuffer.wrap(bytes(1_000_000))));
        assertThat(connection.pieces).isZero();

        connection.subscription.request(2);
        assertThat(connection.pieces).isEqualTo(2);
        assertThat(connection.ended).isFalse();

        connection.subscription.request(Long.MAX_VALUE);
        assertThat(connection.ended).isTrue();
    }

    @Test
    void anEmptyBodyEnds() {
        Connection connection = new Connection(1);

        send(connection, List.of());

        assertThat(connection.ended).isTrue();
    }

    @Test
    void aCancelEndsItBetweenPieces() {
        Connection connection = new Connection(0);
        send(connection, List.of(ByteBuffer.wrap(bytes(1_000_000))));

        connection.subscription.request(1);
        connection.subscription.cancel();
        connection.subscription.request(10);

        assertThat(connection.pieces).isEqualTo(1);
        assertThat(connection.ended).isFalse();
    }

    @Test
    void anErrorPasses() {
        Connection connection = new Connection(1);
        PacedBody body = new PacedBody(connection, limit, timer, sent::addAndGet);

        body.onError(new IOException("broken"));

        assertThat(connection.failure).hasMessage("broken");
    }

    @Test
    void theLimitIsKeptWithoutHoldingTheThread() {
        limit.set(200_000);
        Connection connection = new Connection(Long.MAX_VALUE);
        long start = System.nanoTime();

        send(connection, List.of(ByteBuffer.wrap(bytes(100_000))));
        assertThat(connection.ended).isFalse();

        await().until(() -> connection.ended);
        assertThat(System.nanoTime() - start).isGreaterThan(400_000_000L);
        assertThat(connection.largest).isLessThanOrEqualTo(Pace.STEP_BYTES);
        assertThat(connection.all.size()).isEqualTo(100_000);
    }

    private void send(Connection connection, List<ByteBuffer> buffers) {
        SdkPublisher.fromIterable(buffers)
                .subscribe(new PacedBody(connection, limit, timer, sent::addAndGet));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** Takes what it asks for: so much at first, then one more after each piece. */
    private static final class Connection implements Subscriber<ByteBuffer> {
        private final long first;
        private final ByteArrayOutputStream all = new ByteArrayOutputStream();
        private Subscription subscription;
        private int largest;
        private int pieces;
        private volatile boolean ended;
        private Throwable failure;

        Connection(long first) {
            this.first = first;
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            if (first > 0) {
                given.request(first);
            }
        }

        @Override
        public void onNext(ByteBuffer piece) {
            pieces++;
            largest = Math.max(largest, piece.remaining());
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            all.writeBytes(bytes);
            if (first == 1) {
                subscription.request(1);
            }
        }

        @Override
        public void onError(Throwable thrown) {
            failure = thrown;
        }

        @Override
        public void onComplete() {
            ended = true;
        }
    }
}
