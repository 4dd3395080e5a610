package org.outturn.follow;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Credentials;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.storage.ServerUnderTest;

/** Looks at our own sample server. */
class SampleServerLooksTest extends LooksContract {
    @TempDir private Path folder;
    private SampleServer sample;

    @BeforeEach
    void start() throws IOException {
        sample = SampleServer.start(folder, SampleOptions.DEFAULTS);
    }

    @AfterEach
    void stop() throws IOException {
        sample.close();
    }

    @Override
    ServerUnderTest server() {
        return new ServerUnderTest(
                sample.endpoint(),
                sample.region(),
                new Credentials(sample.accessKey(), sample.secretKey(), ""),
                true);
    }
}
