package org.outturn.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.SignIn;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.Cancellation;
import org.outturn.storage.DownloadRequest;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ProgressListener;
import org.outturn.storage.UploadRequest;

/** Short requests and transfers over https, to a server whose certificate is trusted. */
class TlsTest {
    @TempDir private Path folder;

    @Test
    void everythingGoesOverHttpsAsWell() throws Exception {
        byte[] content = new byte[9 << 20];
        new Random(1).nextBytes(content);
        Path file = Files.write(folder.resolve("file"), content);
        Path back = folder.resolve("back");
        ObjectAddress address = new ObjectAddress("bucket", "a");
        try (SampleServer server =
                        SampleServer.start(folder.resolve("server"), SampleOptions.DEFAULTS);
                SelfSignedServer https = SelfSignedServer.before(server.endpoint(), folder);
                ObjectStore store = open(https, server)) {
            store.createBucket("bucket");
            store.put(new ObjectAddress("bucket", "b"), content, "a/b", Map.of());
            store.upload(
                    new UploadRequest(file, address, "a/b", Map.of(), true),
                    ProgressListener.NONE,
                    Cancellation.never());
            store.download(
                    new DownloadRequest(address, back, false),
                    ProgressListener.NONE,
                    Cancellation.never());

            assertThat(back).hasSameBinaryContentAs(file);
            assertThat(store.details(address).etag()).endsWith("-2");
        }
    }

    private static ObjectStore open(SelfSignedServer https, SampleServer server) throws Exception {
        return new S3StoreOpener(
                        KeySource.NOBODY, Trust.in(https.certificates()), Bandwidth.unlimited())
                .open(
                        new Connection(
                                "tls",
                                Optional.of(https.endpoint()),
                                server.region(),
                                Addressing.AUTO,
                                new SignIn.Keys(
                                        new Credentials(
                                                server.accessKey(), server.secretKey(), "")),
                                Optional.empty()));
    }
}
