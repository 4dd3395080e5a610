package org.outturn.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.AbsentStore;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.RestoreTier;

class ManyRestoresTest {
    private static final Attempt ATTEMPT = new Attempt("RestoreObject", "s3://b/k");

    private final Archive archive = new Archive();
    private final AtomicInteger most = new AtomicInteger();

    /** A store that takes restores, and tells who asked at the same time. */
    private static final class Archive extends AbsentStore {
        private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger mostRunning = new AtomicInteger();
        private volatile Consumer<ObjectAddress> answer = _ -> {};

        @Override
        public void restore(ObjectAddress address, int days, RestoreTier tier) {
            assertThat(days).isEqualTo(7);
            assertThat(tier).isEqualTo(RestoreTier.BULK);
            mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
            asked.add(address.key());
            try {
                Thread.sleep(1);
                answer.accept(address);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            } finally {
                running.decrementAndGet();
            }
        }
    }

    private RestoreReport run(int count, Cancellation cancellation) {
        List<ObjectAddress> objects =
                IntStream.range(0, count).mapToObj(i -> new ObjectAddress("b", "k" + i)).toList();
        return new ManyRestores(archive, objects, 7, RestoreTier.BULK)
                .run(done -> most.accumulateAndGet(done, Math::max), cancellation);
    }

    @Test
    void eachIsAskedForOnceAndSomeAtATime() {
        RestoreReport report = run(200, Cancellation.never());

        assertThat(report).isEqualTo(new RestoreReport(200, 0, 0, List.of(), 0));
        assertThat(archive.asked).hasSize(200).doesNotHaveDuplicates();
        assertThat(archive.mostRunning.get()).isBetween(2, 8);
        assertThat(most.get()).isEqualTo(200);
        assertThat(run(0, Cancellation.never()).asked()).isZero();
    }

    @Test
    void whatNeedsNoRestoreIsNoFailure() {
        var broken = new Failure.Throttled(ATTEMPT, Technical.of("busy"));
        archive.answer =
                address -> {
                    int number = Integer.parseInt(address.key().substring(1));
                    Failure why =
                            switch (number % 4) {
                                case 1 -> new Failure.BeingRestored(ATTEMPT, Technical.of(""));
                                case 2 -> new Failure.NotArchived(ATTEMPT, Technical.of(""));
                                case 3 -> broken;
                                default -> null;
                            };
                    if (why != null) {
                        throw new FailureException(why);
                    }
                };

        RestoreReport report = run(40, Cancellation.never());

        assertThat(report.asked()).isEqualTo(10);
        assertThat(report.underWay()).isEqualTo(10);
        assertThat(report.readable()).isEqualTo(10);
        assertThat(report.refused()).hasSize(10).allMatch(one -> one.why().equals(broken));
        assertThat(report.left()).isZero();
    }

    @Test
    void whoMayNotRestoreIsNotLetAskForAll() {
        archive.answer =
                _ -> {
                    throw new FailureException(
                            new Failure.AccessDenied(
                                    "s3:RestoreObject", ATTEMPT, Technical.of("")));
                };

        RestoreReport report = run(500, Cancellation.never());

        assertThat(archive.asked).hasSizeLessThan(17);
        assertThat(report.refused()).hasSize(archive.asked.size());
        assertThat(report.left()).isEqualTo(500 - archive.asked.size());
    }

    @Test
    void whatIsLeftAfterStoppingIsSaid() {
        var stop = new Cancellation();
        archive.answer =
                _ -> {
                    if (archive.asked.size() >= 20) {
                        stop.cancel();
                    }
                };

        RestoreReport report = run(500, stop);

        assertThat(report.asked()).isBetween(20, 36);
        assertThat(report.asked() + report.left()).isEqualTo(500);
    }
}
