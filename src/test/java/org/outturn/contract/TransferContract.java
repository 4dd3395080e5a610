package org.outturn.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.transfer.s3.S3TransferManager;
import software.amazon.awssdk.transfer.s3.progress.TransferListener;

/** Files through the transfer manager, with both of its engines. */
interface TransferContract extends AsksServer {
    int SIZE = 20 << 20;

    @Test
    default void movesAFileWithTheEngineInJava(@TempDir Path folder) throws Exception {
        var client =
                S3AsyncClient.builder()
                        .endpointOverride(server().endpoint)
                        .region(Region.of(server().region))
                        .credentialsProvider(StaticCredentialsProvider.create(server().credentials))
                        .forcePathStyle(server().pathStyle)
                        .multipartEnabled(true);
        if (server().differs(Difference.REFUSES_TRAILERS)) {
            client.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                    .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        }
        moves(client.build(), folder);
    }

    @Test
    default void movesAFileWithTheEngineInC(@TempDir Path folder) throws Exception {
        var client =
                S3AsyncClient.crtBuilder()
                        .endpointOverride(server().endpoint)
                        .region(Region.of(server().region))
                        .credentialsProvider(StaticCredentialsProvider.create(server().credentials))
                        .forcePathStyle(server().pathStyle)
                        .targetThroughputInGbps(1.0);
        if (server().differs(Difference.REFUSES_TRAILERS)) {
            client.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                    .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        }
        moves(client.build(), folder);
    }

    private void moves(S3AsyncClient client, Path folder) throws Exception {
        String bucket = server().newBucket();
        byte[] bytes = new byte[SIZE];
        new Random(7).nextBytes(bytes);
        Path source = Files.write(folder.resolve("source.bin"), bytes);
        Path target = folder.resolve("target.bin");
        List<Long> progress = Collections.synchronizedList(new ArrayList<>());
        var listener =
                new TransferListener() {
                    @Override
                    public void bytesTransferred(Context.BytesTransferred context) {
                        progress.add(context.progressSnapshot().transferredBytes());
                    }
                };
        try (client;
                S3TransferManager manager = S3TransferManager.builder().s3Client(client).build()) {
            manager.uploadFile(u ->
                            u.source(source)
                                    .addTransferListener(listener)
                                    .putObjectRequest(p -> p.bucket(bucket).key("a.bin")))
                    .completionFuture()
                    .join();
            assertThat(s3().headObject(b -> b.bucket(bucket).key("a.bin")).eTag()).endsWith("-3\"");
            assertThat(progress).last().isEqualTo((long) SIZE);
            assertThat(progress.size()).isGreaterThan(1);
            progress.clear();
            manager.downloadFile(d ->
                            d.destination(target)
                                    .addTransferListener(listener)
                                    .getObjectRequest(g -> g.bucket(bucket).key("a.bin")))
                    .completionFuture()
                    .join();
            assertThat(progress).last().isEqualTo((long) SIZE);
        }
        assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    }
}
