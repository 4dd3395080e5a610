package org.outturn.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.sample.LoggedRequest;
import org.outturn.sample.Quirk;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** What the sample server can be told to do, and what no other server may be asked. */
class SampleServerTest implements AsksServer {
    private static final SampleOptions OPTIONS =
            SampleOptions.DEFAULTS
                    .withRegion("eu-central-1")
                    .withKey(SampleKey.of("AK", "SK"))
                    .withKey(
                            SampleKey.of("DENIED", "SK")
                                    .denying("s3:ListAllMyBuckets", "s3:GetObjectTagging"))
                    .withKey(SampleKey.of("BLIND", "SK").denying("s3:ListBucket"))
                    .withKey(SampleKey.of("SESSION", "SK").inSession("token", null))
                    .withKey(SampleKey.of("OVER", "SK").inSession("token", Instant.EPOCH));
    private final List<LoggedRequest> requests = new CopyOnWriteArrayList<>();
    @TempDir private Path folder;
    private SampleServer sample;
    private ContractServer server;

    @BeforeEach
    void start() throws Exception {
        start(OPTIONS);
    }

    private void start(SampleOptions options) throws Exception {
        stop();
        sample = SampleServer.start(folder, options.withRequestLog(requests::add));
        server =
                new ContractServer(
                        sample.endpoint(), "AK", "SK", "eu-central-1", true, Difference.NONE);
    }

    @AfterEach
    void stop() throws Exception {
        if (sample != null) {
            server.close();
            sample.close();
        }
    }

    @Override
    public ContractServer server() {
        return server;
    }

    private S3Client as(AwsCredentials credentials) {
        return server.client(credentials).build();
    }

    private S3Client as(String accessKey) {
        return as(AwsBasicCredentials.create(accessKey, "SK"));
    }

    @Test
    void deniesWhatAKeyMayNotDo() {
        String bucket = server.newBucket();
        put(bucket, "a", "text");
        try (S3Client s3 = as("DENIED")) {
            refused(403, "AccessDenied", s3::listBuckets);
            refused(403, "AccessDenied", () -> s3.getObjectTagging(b -> b.bucket(bucket).key("a")));
            assertThat(s3.listObjectsV2(b -> b.bucket(bucket)).contents()).hasSize(1);
        }
    }

    @Test
    void tellsNobodyWhichKeysAreThereWhoMayNotList() {
        String bucket = server.newBucket();
        put(bucket, "a", "text");
        try (S3Client s3 = as("BLIND")) {
            refused(403, "", () -> s3.headBucket(b -> b.bucket(bucket)));
            refused(403, "AccessDenied", () -> s3.listObjectsV2(b -> b.bucket(bucket)));
            refused(
                    403,
                    "AccessDenied",
                    () -> s3.getObjectAsBytes(b -> b.bucket(bucket).key("missing")));
            assertThat(s3.getObjectAsBytes(b -> b.bucket(bucket).key("a")).asUtf8String())
                    .isEqualTo("text");
        }
    }

    @Test
    void knowsSessions() {
        try (S3Client good = as(AwsSessionCredentials.create("SESSION", "SK", "token"));
                S3Client wrong = as(AwsSessionCredentials.create("SESSION", "SK", "other"));
                S3Client none = as("SESSION");
                S3Client over = as(AwsSessionCredentials.create("OVER", "SK", "token"))) {
            assertThat(good.listBuckets().buckets()).isEmpty();
            refused(400, "InvalidToken", wrong::listBuckets);
            refused(400, "InvalidToken", none::listBuckets);
            refused(400, "ExpiredToken", over::listBuckets);
        }
    }

    @Test
    void namesTheRightRegion() throws Exception {
        var answer = server.raw().in("us-east-1").send("GET", "/", Map.of(), Map.of(), new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RawS3.code(answer)).isEqualTo("AuthorizationHeaderMalformed");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("<Region>eu-central-1</Region>");
        assertThat(answer.headers().firstValue("x-amz-bucket-region")).contains("eu-central-1");
        String bucket = server.newBucket();
        assertThat(s3().getBucketLocation(b -> b.bucket(bucket)).locationConstraintAsString())
                .isEqualTo("eu-central-1");
    }

    @Test
    void logsRequestsWithoutTheirSecrets() throws Exception {
        String bucket = server.newBucket();
        put(bucket, "a b", "text");
        requests.clear();
        server.raw().get(server.raw().link(bucket, "a b", Duration.ofMinutes(1), Map.of()));
        s3().getObjectTagging(b -> b.bucket(bucket).key("a b"));
        refused(404, "", () -> s3().headObject(b -> b.bucket(bucket).key("c")));
        assertThat(requests)
                .extracting(LoggedRequest::method, LoggedRequest::action, LoggedRequest::status)
                .containsExactly(
                        tuple("GET", "s3:GetObject", 200),
                        tuple("GET", "s3:GetObjectTagging", 200),
                        tuple("HEAD", "s3:GetObject", 404));
        assertThat(requests.getFirst().path()).isEqualTo("/" + bucket + "/a%20b");
        assertThat(requests.get(1).parameters()).containsExactly("tagging");
        assertThat(requests.toString()).doesNotContainPattern("[0-9a-f]{64}").doesNotContain("AK/");
    }

    @Test
    void refusesWhatAwkwardServersRefuse() throws Exception {
        start(OPTIONS.withQuirks(Quirk.values()));
        String bucket = server.newBucket();
        put(bucket, "a", "text");
        refused(
                501,
                "NotImplemented",
                () -> s3().getObjectAsBytes(b -> b.bucket(bucket).key("a").partNumber(1)));
        refused(501, "", () -> s3().getObjectTagging(b -> b.bucket(bucket).key("a")));
        refused(
                501,
                "",
                () ->
                        s3().putObject(
                                        b -> b.bucket(bucket).key("b").tagging("a=b"),
                                        RequestBody.fromString("text")));
        refused(501, "", () -> putWithTrailer(bucket));
        start(OPTIONS.withQuirks(Quirk.REFUSE_TRAILERS));
        String other = server.newBucket();
        refused(400, "", () -> putWithTrailer(other));
        put(other, "a", "text");
    }

    private void putWithTrailer(String bucket) {
        try (S3Client s3 =
                server.client(server.credentials)
                        .serviceConfiguration(c -> c.chunkedEncodingEnabled(true))
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_SUPPORTED)
                        .build()) {
            s3.putObject(
                    b -> b.bucket(bucket).key("trailer").checksumAlgorithm(ChecksumAlgorithm.CRC32),
                    RequestBody.fromString("text"));
        }
    }

    @Test
    void encryptsByDefault() {
        String bucket = server.newBucket();
        refused(
                404,
                "ServerSideEncryptionConfigurationNotFoundError",
                () -> s3().getBucketEncryption(b -> b.bucket(bucket)));
        var rule =
                ServerSideEncryptionRule.builder()
                        .applyServerSideEncryptionByDefault(d -> d.sseAlgorithm("AES256"))
                        .build();
        s3().putBucketEncryption(b ->
                b.bucket(bucket).serverSideEncryptionConfiguration(c -> c.rules(rule)));
        put(bucket, "a", "text");
        assertThat(s3().headObject(b -> b.bucket(bucket).key("a")).serverSideEncryption())
                .isEqualTo(ServerSideEncryption.AES256);
        s3().deleteBucketEncryption(b -> b.bucket(bucket));
        put(bucket, "a", "text");
        assertThat(s3().headObject(b -> b.bucket(bucket).key("a")).serverSideEncryption()).isNull();
    }

    @Test
    void refusesSubresourcesItDoesNotKnow() throws Exception {
        String bucket = server.newBucket();
        put(bucket, "a", "text");
        for (String unknown : new String[] {"inventory", "intelligent-tiering", "retention"}) {
            for (String method : new String[] {"GET", "PUT", "DELETE"}) {
                for (String path : new String[] {"/" + bucket, RawS3.path(bucket, "a")}) {
                    var answer =
                            server.raw()
                                    .send(method, path, Map.of(unknown, ""), Map.of(), new byte[0]);
                    assertThat(answer.statusCode()).isEqualTo(501);
                    assertThat(RawS3.code(answer)).isEqualTo("NotImplemented");
                }
            }
        }
        assertThat(text(bucket, "a")).isEqualTo("text");
        s3().deleteObject(b -> b.bucket(bucket).key("a"));
        server.raw().send("DELETE", "/" + bucket, Map.of("inventory", ""), Map.of(), new byte[0]);
        assertThat(s3().headBucket(b -> b.bucket(bucket))).isNotNull();
    }
}
