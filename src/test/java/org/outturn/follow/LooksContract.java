package org.outturn.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.outturn.catalog.Completeness;
import org.outturn.catalog.OutputCollector;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.OutputTable;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.storage.Relay;
import org.outturn.storage.RelayedRequest;
import org.outturn.storage.ServerUnderTest;
import org.outturn.storage.TestBucket;

/** Looks through the SDK, at a server, with every request on the way noted. */
abstract class LooksContract {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss");
    private static final Instant NOW = Instant.now();

    /** The server to look at. */
    abstract ServerUnderTest server();

    private static String job(int minutesAgo, int number) {
        LocalDateTime at =
                LocalDateTime.ofInstant(NOW.minus(Duration.ofMinutes(minutesAgo)), ZoneOffset.UTC);
        return "agar/" + STAMP.format(at) + "_" + new UUID(number, number) + "/results.json";
    }

    @Test
    void aWholeBucketIsFollowed() {
        try (TestBucket bucket = TestBucket.create(server().connection())) {
            for (int i = 0; i < 20; i++) {
                bucket.put(job(100 - i, i), new byte[1]);
            }
            BucketLooks looks =
                    new BucketLooks(bucket.store(), nothing(bucket), 10_000, Instant::now);
            OutputTable before = looks.look(true, Cancellation.never()).table();
            assertThat(before.rows()).hasSize(20);

            bucket.put(job(1, 50), new byte[1]);
            bucket.put("zebra/raw.bin", new byte[1]);
            bucket.store()
                    .delete(bucket.name(), List.of(job(95, 5)), _ -> {}, Cancellation.never());
            OutputTable after = looks.look(false, Cancellation.never()).table();

            OutputChanges changes = OutputChanges.between(before, after);
            assertThat(changes.fresh()).extracting(OutputRow::firstKey).containsExactly(job(1, 50));
            assertThat(changes.gone()).extracting(OutputRow::firstKey).containsExactly(job(95, 5));
            assertThat(looks.look(false, Cancellation.never()).table()).isSameAs(after);
        }
    }

    @Test
    void aPlaceIsFollowedWithoutARequestForAnythingElse() throws IOException {
        try (TestBucket bucket = TestBucket.create(server().connection());
                Relay relay = new Relay(server().endpoint());
                ObjectStore through =
                        TestBucket.open(server().at(relay.endpoint(), server().credentials()))) {
            for (int i = 0; i < 20; i++) {
                bucket.put(job(100 - i, i), new byte[1]);
                bucket.put("raw/" + new UUID(i, i) + ".pdf", new byte[1]);
            }
            OutputTable start =
                    new BucketLooks(bucket.store(), nothing(bucket), 10_000, Instant::now)
                            .look(true, Cancellation.never())
                            .table();
            var looks =
                    new BucketLooks(
                            through,
                            start,
                            new Prefix(bucket.name(), "agar/"),
                            new Completeness.Complete(NOW),
                            10_000,
                            Instant::now);
            looks.look(true, Cancellation.never());
            bucket.put(job(1, 50), new byte[1]);
            bucket.put("raw/" + new UUID(50, 50) + ".pdf", new byte[1]);
            OutputTable after = looks.look(false, Cancellation.never()).table();

            assertThat(OutputChanges.between(start, after).fresh())
                    .extracting(OutputRow::firstKey)
                    .containsExactly(job(1, 50));
            assertThat(after.rows()).hasSize(start.rows().size() + 1);
            assertThat(relay.requests())
                    .as("a page and the uploads, twice")
                    .hasSize(4)
                    .extracting(RelayedRequest::target)
                    .allMatch(target -> target.contains("prefix=agar%2F"));
        }
    }

    private static OutputTable nothing(TestBucket bucket) {
        return new OutputCollector(Layouts.SHIPPED.recogniser(), Prefix.root(bucket.name()))
                .table(NOW);
    }
}
