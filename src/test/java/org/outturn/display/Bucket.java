package org.outturn.display;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.storage.Prefix;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket on a server of its own, and a view of it that does not go through the program. */
final class Bucket implements AutoCloseable {
    static final String NAME = "outputs";

    private final SampleServer server;
    private final S3Client client;

    private Bucket(SampleServer server, S3Client client) {
        this.server = server;
        this.client = client;
    }

    static Bucket in(Path folder) throws IOException {
        SampleServer server = SampleServer.start(folder, SampleOptions.DEFAULTS);
        server.store().createBucket(NAME);
        var keys = AwsBasicCredentials.create(server.accessKey(), server.secretKey());
        return new Bucket(
                server,
                S3Client.builder()
                        .endpointOverride(URI.create(server.endpoint().toString()))
                        .region(Region.of(server.region()))
                        .credentialsProvider(StaticCredentialsProvider.create(keys))
                        .forcePathStyle(true)
                        .build());
    }

    SampleServer server() {
        return server;
    }

    Prefix prefix(String value) {
        return new Prefix(NAME, value);
    }

    void put(String key, String text) throws IOException {
        server.store()
                .put(
                        NAME,
                        key,
                        server.store().content(text.getBytes(StandardCharsets.UTF_8)),
                        ObjectAttributes.of("text/plain"),
                        Instant.now());
    }

    /** What is in the bucket, by key. Bytes as Latin-1, so that they can be compared as text. */
    Map<String, String> objects() {
        var found = new TreeMap<String, String>();
        for (S3Object object :
                client.listObjectsV2Paginator(request -> request.bucket(NAME)).contents()) {
            byte[] bytes =
                    client.getObject(
                                    request -> request.bucket(NAME).key(object.key()),
                                    ResponseTransformer.toBytes())
                            .asByteArray();
            found.put(object.key(), new String(bytes, StandardCharsets.ISO_8859_1));
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
