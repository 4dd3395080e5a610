package org.outturn.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.SignIn;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.storage.Cancellation;
import org.outturn.storage.DownloadRequest;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ProgressListener;
import org.outturn.storage.TestBucket;

/** What is stored compressed comes as it is stored: a range of it means nothing otherwise. */
class ContentEncodingTest {
    @TempDir private Path folder;

    @Test
    void compressedObjectsAreNotUnpacked() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"products\": []}".getBytes(StandardCharsets.UTF_8));
        }
        ObjectAddress address = new ObjectAddress("bucket", "all_products.json");
        Path back = folder.resolve("back");
        try (SampleServer server =
                SampleServer.start(folder.resolve("server"), SampleOptions.DEFAULTS)) {
            server.store().createBucket("bucket");
            server.store()
                    .put(
                            "bucket",
                            address.key(),
                            server.store().content(packed.toByteArray()),
                            ObjectAttributes.of("application/json")
                                    .withHeader("Content-Encoding", "gzip"),
                            Instant.now());
            try (ObjectStore store = open(server)) {
                store.download(
                        new DownloadRequest(address, back, false),
                        ProgressListener.NONE,
                        Cancellation.never());

                assertThat(back).hasBinaryContent(packed.toByteArray());
                assertThat(store.read(address, 0, 1_000, Cancellation.never()))
                        .isEqualTo(packed.toByteArray());
                assertThat(store.details(address).headers())
                        .containsEntry("content-encoding", "gzip");
            }
        }
    }

    private static ObjectStore open(SampleServer server) {
        return TestBucket.open(
                new Connection(
                        "sample",
                        Optional.of(server.endpoint()),
                        server.region(),
                        Addressing.AUTO,
                        new SignIn.Keys(
                                new Credentials(server.accessKey(), server.secretKey(), "")),
                        Optional.empty()));
    }
}
