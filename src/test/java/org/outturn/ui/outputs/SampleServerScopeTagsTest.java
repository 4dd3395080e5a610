package org.outturn.ui.outputs;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Credentials;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.storage.ServerUnderTest;

/** On our own sample server. */
class SampleServerScopeTagsTest {
    private static SampleServer sample;

    @TempDir private static Path folder;

    @BeforeAll
    static void start() throws IOException {
        sample = SampleServer.start(folder, SampleOptions.DEFAULTS);
    }

    @AfterAll
    static void stop() throws IOException {
        sample.close();
    }

    @Nested
    class Contract extends ScopeTagsContract {
        @Override
        ServerUnderTest server() {
            return new ServerUnderTest(
                    sample.endpoint(),
                    sample.region(),
                    new Credentials(sample.accessKey(), sample.secretKey(), ""),
                    true);
        }
    }
}
