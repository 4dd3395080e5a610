package org.outturn.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.outturn.aws.Timeouts;
import org.outturn.connection.Connection;
import org.outturn.connection.SignIn;
import org.outturn.failure.Failure;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ServerUnderTest;
import org.outturn.storage.TestBucket;
import org.outturn.transfer.TransferOptions;
import org.outturn.transfer.TransferQueue;
import org.outturn.transfer.TransferScope;
import org.outturn.transfer.TransferSnapshot;
import org.outturn.transfer.TransferState;

/**
 * A cell of the matrix: a load whose connection has a trouble.
 *
 * @param lasting whether the trouble stays until the load has failed
 */
record MatrixCase(Trouble trouble, Load load, boolean lasting) {
    static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(1), Duration.ofMillis(1200));

    private static final TransferOptions OPTIONS =
            new TransferOptions(
                    4,
                    8,
                    1 << 20,
                    5,
                    Duration.ofMillis(100),
                    Duration.ofMillis(400),
                    Duration.ofSeconds(5));

    /** Far longer than all attempts take; only a hang lasts as long. */
    private static final Duration NEVER = Duration.ofSeconds(90);

    String name() {
        return trouble.name() + ", " + FaultTable.when(lasting) + ": " + load.title();
    }

    /** Carries the load out, and sees to it that nothing is lost, damaged or left behind. */
    Outcome run(Ground ground, String id) throws IOException {
        Work work = ground.plan(load, id);
        ServerUnderTest server = ground.server();
        try (FaultProxy proxy = new FaultProxy(server.endpoint());
                ObjectStore store = TestBucket.open(connection(server, proxy), TIMEOUTS);
                TransferQueue queue = new TransferQueue(store, OPTIONS)) {
            (lasting ? trouble.lasting() : trouble.once()).at(proxy.script(), load);
            work.submit(queue);
            awaitIdle(queue);
            Outcome outcome = Outcome.of(failures(queue));
            assertThat(proxy.script().strikes()).as("strikes").isPositive();
            assertThat(work.wrong()).as("damaged or left over after the trouble").isEmpty();

            if (lasting) {
                proxy.mend();
            }
            for (int hit = 0;
                    hit < (lasting ? 1 : load.hits()) && !failures(queue).isEmpty();
                    hit++) {
                queue.retry(TransferScope.failed());
                awaitIdle(queue);
                outcome = outcome.and(Outcome.of(failures(queue)));
            }
            assertThat(failures(queue)).as("failures after a retry").isEmpty();
            assertThat(work.wrong()).as("damaged or left over in the end").isEmpty();
            assertThat(work.missing()).as("missing").isEmpty();
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(
                                            ground.bucket()
                                                    .store()
                                                    .unfinishedUploads(
                                                            ground.prefix(id),
                                                            Cancellation.never()))
                                    .as("uploads that nobody will finish")
                                    .isEmpty());
            return outcome;
        }
    }

    private Connection connection(ServerUnderTest server, FaultProxy proxy) {
        return new Connection(
                "through the proxy",
                Optional.of(proxy.endpoint()),
                trouble.region().orElse(server.region()),
                server.connection().addressing(),
                new SignIn.Keys(server.credentials()),
                Optional.empty());
    }

    private static void awaitIdle(TransferQueue queue) {
        await().atMost(NEVER)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> queue.snapshot().totals().idle());
    }

    private static List<Failure> failures(TransferQueue queue) {
        return queue.snapshot().transfers().stream()
                .filter(row -> row.state() != TransferState.DONE)
                .map(row -> row.failure().orElseThrow(() -> unnamed(row)))
                .toList();
    }

    private static AssertionError unnamed(TransferSnapshot row) {
        return new AssertionError(row.file() + " is " + row.state() + " without a reason");
    }
}
