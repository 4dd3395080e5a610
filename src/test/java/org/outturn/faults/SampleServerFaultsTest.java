package org.outturn.faults;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.outturn.connection.Credentials;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.storage.ServerUnderTest;

/** The matrix, with our own sample server behind the proxy. */
class SampleServerFaultsTest extends FaultMatrix {
    private @Nullable SampleServer server;

    @Override
    ServerUnderTest start(Path folder) throws IOException {
        server = SampleServer.start(folder, SampleOptions.DEFAULTS);
        return new ServerUnderTest(
                server.endpoint(),
                server.region(),
                new Credentials(server.accessKey(), server.secretKey(), ""),
                true);
    }

    @Override
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
