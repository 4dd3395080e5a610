package org.outturn.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;

/** The SDK as it comes: chunked bodies, checksums in trailers, checked again when read. */
class SampleIntegrityTest implements AsksServer {
    private static final String CHUNKED = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    private static final String CRC_OF_TEXT = crcOfText();
    private SampleServer sample;
    private ContractServer server;
    private String bucket;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        sample = SampleServer.start(folder, SampleOptions.DEFAULTS);
        server =
                new ContractServer(
                        sample.endpoint(),
                        sample.accessKey(),
                        sample.secretKey(),
                        sample.region(),
                        true,
                        Difference.NONE);
        bucket = server.newBucket();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        sample.close();
    }

    @Override
    public ContractServer server() {
        return server;
    }

    private static String crcOfText() {
        var crc = new CRC32();
        crc.update("text".getBytes(StandardCharsets.UTF_8));
        byte[] four = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
        return Base64.getEncoder().encodeToString(four);
    }

    private S3Client byDefault() {
        return S3Client.builder()
                .endpointOverride(server.endpoint)
                .region(Region.of(server.region))
                .credentialsProvider(StaticCredentialsProvider.create(server.credentials))
                .forcePathStyle(true)
                .build();
    }

    @ParameterizedTest
    @EnumSource(
            value = ChecksumAlgorithm.class,
            names = {"CRC32", "CRC32_C", "CRC64_NVME", "SHA1", "SHA256"})
    void keepsEachChecksum(ChecksumAlgorithm algorithm) {
        try (S3Client s3 = byDefault()) {
            String text = "x".repeat(300_000);
            s3.putObject(
                    b -> b.bucket(bucket).key("a").checksumAlgorithm(algorithm),
                    RequestBody.fromString(text));
            var read =
                    s3.getObjectAsBytes(
                            b -> b.bucket(bucket).key("a").checksumMode(ChecksumMode.ENABLED));
            assertThat(read.asUtf8String()).isEqualTo(text);
            String header =
                    "x-amz-checksum-" + algorithm.toString().toLowerCase(java.util.Locale.ROOT);
            assertThat(read.response().sdkHttpResponse().firstMatchingHeader(header)).isPresent();
        }
    }

    @Test
    void takesWhatTheAsyncClientSends() {
        try (S3AsyncClient s3 =
                S3AsyncClient.builder()
                        .endpointOverride(server.endpoint)
                        .region(Region.of(server.region))
                        .credentialsProvider(StaticCredentialsProvider.create(server.credentials))
                        .forcePathStyle(true)
                        .build()) {
            s3.putObject(
                            b -> b.bucket(bucket).key("a").contentEncoding("gzip"),
                            AsyncRequestBody.fromString("y".repeat(200_000)))
                    .join();
        }
        assertThat(text(bucket, "a")).hasSize(200_000);
        assertThat(s3().headObject(b -> b.bucket(bucket).key("a")).contentEncoding())
                .isEqualTo("gzip");
    }

    @Test
    void verifiesATrailer() throws Exception {
        assertThat(chunked("4\r\ntext\r\n0\r\nx-amz-checksum-crc32:" + CRC_OF_TEXT + "\r\n\r\n"))
                .isEqualTo("200 ");
        assertThat(text(bucket, "a")).isEqualTo("text");
        s3().deleteObject(b -> b.bucket(bucket).key("a"));
        assertThat(chunked("4\r\ntexd\r\n0\r\nx-amz-checksum-crc32:" + CRC_OF_TEXT + "\r\n\r\n"))
                .isEqualTo("400 BadDigest");
        assertThat(chunked("4\r\ntext\r\n0\r\n\r\n")).isEqualTo("400 BadDigest");
        assertThat(chunked("4\r\nte\r\n0\r\n\r\n")).isEqualTo("400 IncompleteBody");
        assertThat(chunked("zzz\r\ntext\r\n0\r\n\r\n")).isEqualTo("400 IncompleteBody");
        assertThat(chunked("4\r\ntext")).isEqualTo("400 IncompleteBody");
        refused(404, "", () -> s3().headObject(b -> b.bucket(bucket).key("a")));
    }

    private String chunked(String body) throws Exception {
        var headers =
                Map.of(
                        "x-amz-decoded-content-length", "4",
                        "x-amz-trailer", "x-amz-checksum-crc32");
        var request = new ChunkSigner(server).put(RawS3.path(bucket, "a"), CHUNKED, headers);
        return ChunkSigner.send(request, body);
    }

    @Test
    void verifiesTheSignatureOfEachChunk() throws Exception {
        var signer = new ChunkSigner(server);
        String payload = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
        var length = Map.of("x-amz-decoded-content-length", "8");
        var good = signer.put(RawS3.path(bucket, "a"), payload, length);
        String body = signer.chunk("some") + signer.chunk("text") + signer.chunk("") + "\r\n";
        assertThat(ChunkSigner.send(good, body)).isEqualTo("200 ");
        assertThat(text(bucket, "a")).isEqualTo("sometext");

        var forged = signer.put(RawS3.path(bucket, "b"), payload, length);
        body = signer.chunk("some") + signer.chunk("text") + signer.chunk("") + "\r\n";
        assertThat(ChunkSigner.send(forged, body.replace("some", "sone")))
                .isEqualTo("403 SignatureDoesNotMatch");
        var unsigned = signer.put(RawS3.path(bucket, "b"), payload, length);
        assertThat(ChunkSigner.send(unsigned, "8\r\nsometext\r\n0\r\n\r\n"))
                .isEqualTo("403 SignatureDoesNotMatch");
        refused(404, "", () -> s3().headObject(b -> b.bucket(bucket).key("b")));
    }

    @Test
    void verifiesTheSignatureOfATrailer() throws Exception {
        var signer = new ChunkSigner(server);
        String payload = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
        var headers =
                Map.of(
                        "x-amz-decoded-content-length", "4",
                        "x-amz-trailer", "x-amz-checksum-crc32");
        var good = signer.put(RawS3.path(bucket, "a"), payload, headers);
        String body = signer.chunk("text") + signer.chunk("");
        String trailer = signer.trailer("x-amz-checksum-crc32", CRC_OF_TEXT);
        assertThat(ChunkSigner.send(good, body + trailer + "\r\n")).isEqualTo("200 ");
        assertThat(text(bucket, "a")).isEqualTo("text");

        var forged = signer.put(RawS3.path(bucket, "b"), payload, headers);
        body = signer.chunk("text") + signer.chunk("");
        trailer = signer.trailer("x-amz-checksum-crc32", "AAAAAA==");
        assertThat(
                        ChunkSigner.send(
                                forged, body + trailer.replace("AAAAAA==", CRC_OF_TEXT) + "\r\n"))
                .isEqualTo("403 SignatureDoesNotMatch");
        refused(404, "", () -> s3().headObject(b -> b.bucket(bucket).key("b")));
    }
}
