package org.outturn.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * That it starts and answers at once. Limits are wide, as test machines are busy; it logs the
 * times.
 */
class SampleServerSpeedTest {
    private static final Logger LOG = LoggerFactory.getLogger(SampleServerSpeedTest.class);
    @TempDir private Path folder;

    @Test
    void startsWithAThousandObjectsAndLists20000() throws Exception {
        fill(1_000, true);
        long start = System.nanoTime();
        SampleServer.start(folder, SampleOptions.DEFAULTS).close();
        log("start and stop with 1,000 objects", start);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        fill(20_000, false);
        start = System.nanoTime();
        try (SampleServer server = SampleServer.start(folder, SampleOptions.DEFAULTS);
                S3Client s3 = client(server)) {
            log("start with 21,000 objects", start);
            start = System.nanoTime();
            long listed =
                    s3
                            .listObjectsV2Paginator(b -> b.bucket("outputs").prefix("many/"))
                            .contents()
                            .stream()
                            .count();
            log("list 20,000", start);
            assertThat(listed).isEqualTo(20_000);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void answersSmallRequestsWithoutDelay() throws Exception {
        try (SampleServer server = SampleServer.start(folder, SampleOptions.DEFAULTS);
                S3Client s3 = client(server)) {
            s3.createBucket(b -> b.bucket("outputs"));
            for (int size : new int[] {100, 9_000, 20_000, 70_000, 300_000}) {
                byte[] body = new byte[size];
                long[] put = new long[100];
                long[] get = new long[100];
                for (int i = 0; i < put.length; i++) {
                    long start = System.nanoTime();
                    s3.putObject(b -> b.bucket("outputs").key("a"), RequestBody.fromBytes(body));
                    put[i] = System.nanoTime() - start;
                    start = System.nanoTime();
                    s3.getObjectAsBytes(b -> b.bucket("outputs").key("a"));
                    get[i] = System.nanoTime() - start;
                }
                LOG.warn("{} bytes: median put {} us, get {} us", size, median(put), median(get));
                // waiting for a delayed acknowledgement alone takes 40 ms
                assertThat(median(put)).isLessThan(30_000);
                assertThat(median(get)).isLessThan(30_000);
            }
        }
    }

    @Test
    void outlivesClientsThatGoAway() throws Exception {
        try (SampleServer server = SampleServer.start(folder, SampleOptions.DEFAULTS);
                S3Client s3 = client(server)) {
            s3.createBucket(b -> b.bucket("outputs"));
            byte[] big = new byte[8 << 20];
            s3.putObject(b -> b.bucket("outputs").key("big"), RequestBody.fromBytes(big));
            for (int i = 0; i < 20; i++) {
                try (Socket socket = connect(server)) {
                    OutputStream out = socket.getOutputStream();
                    out.write(
                            "PUT /outputs/half HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf"
                                    .getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                }
                try (var download = s3.getObject(b -> b.bucket("outputs").key("big"))) {
                    assertThat(download.read()).isZero();
                    download.abort();
                }
            }
            assertThat(s3.getObjectAsBytes(b -> b.bucket("outputs").key("big")).asByteArray())
                    .isEqualTo(big);
            assertThat(s3.listObjectsV2(b -> b.bucket("outputs")).contents()).hasSize(1);
        }
    }

    private static Socket connect(SampleServer server) throws IOException {
        return new Socket(server.endpoint().getHost(), server.endpoint().getPort());
    }

    private void fill(int count, boolean ownContent) throws IOException {
        long start = System.nanoTime();
        try (SampleStore store = SampleStore.open(folder)) {
            store.createBucket("outputs");
            StoredContent shared = store.content(new byte[100]);
            ObjectAttributes attributes =
                    ObjectAttributes.of("application/json").withMetadata("job", "1");
            for (int i = 0; i < count; i++) {
                StoredContent content = ownContent ? store.content(new byte[2000]) : shared;
                String key = (ownContent ? "few/" : "many/") + UUID.randomUUID();
                store.put("outputs", key, content, attributes, Instant.now());
            }
        }
        log("put " + count + " objects into the store", start);
    }

    private static S3Client client(SampleServer server) {
        var credentials = AwsBasicCredentials.create(server.accessKey(), server.secretKey());
        return S3Client.builder()
                .endpointOverride(server.endpoint())
                .region(Region.of(server.region()))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .forcePathStyle(true)
                .build();
    }

    private static long median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1000;
    }

    private static void log(String what, long start) {
        LOG.warn("{}: {} ms", what, (System.nanoTime() - start) / 1_000_000);
    }
}
