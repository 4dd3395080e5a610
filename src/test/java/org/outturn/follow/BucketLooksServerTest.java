package org.outturn.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.catalog.OutputCollector;
import org.outturn.connection.Credentials;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.storage.ServerUnderTest;
import org.outturn.storage.TestBucket;

/** Looks through the SDK, at a server. */
class BucketLooksServerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String BUCKET = "outputs";

    @Test
    void aQuickLookFindsWhatIsNewBehindWhatItSkips(@TempDir Path folder) throws IOException {
        try (SampleServer server = SampleServer.start(folder, SampleOptions.DEFAULTS)) {
            server.store().createBucket(BUCKET);
            for (int i = 0; i < 4_000; i++) {
                put(server, zip(NOW.minus(Duration.ofMinutes(4_100 - i)), i), 4_100 - i);
            }
            put(server, "audio/" + new UUID(1, 1) + "/20261101_000000_00c0ffee_a.wav", 5_000);
            var keys = new Credentials(server.accessKey(), server.secretKey(), "");
            try (ObjectStore store =
                    TestBucket.open(
                            new ServerUnderTest(server.endpoint(), server.region(), keys, true)
                                    .connection())) {
                var nothing =
                        new OutputCollector(Layouts.SHIPPED.recogniser(), Prefix.root(BUCKET))
                                .table(NOW);
                var looks = new BucketLooks(store, nothing, 200_000, () -> NOW);
                Look whole = looks.look(true, Cancellation.never());
                assertThat(whole.table().rows()).hasSize(4_001);

                put(server, zip(NOW, 9_999), 0);
                put(server, "zebra/raw.bin", 0);
                Look quick = looks.look(false, Cancellation.never());

                assertThat(quick.whole()).isFalse();
                assertThat(quick.table().listing().size()).isEqualTo(4_003);
                assertThat(OutputChanges.between(whole.table(), quick.table()).fresh())
                        .singleElement()
                        .matches(row -> row.firstKey().equals(zip(NOW, 9_999)));
                assertThat(looks.look(false, Cancellation.never()).table()).isSameAs(quick.table());
            }
        }
    }

    private static String zip(Instant at, int number) {
        return "monkeyocr/parsed/" + at.getEpochSecond() + "_document_" + number + ".zip";
    }

    private static void put(SampleServer server, String key, int minutesAgo) throws IOException {
        var content = server.store().content(new byte[] {1});
        server.store()
                .put(
                        BUCKET,
                        key,
                        content,
                        ObjectAttributes.UNTYPED,
                        NOW.minus(Duration.ofMinutes(minutesAgo)));
    }
}
