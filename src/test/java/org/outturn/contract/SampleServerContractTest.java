package org.outturn.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;

/** The contract asked of the sample server, which differs in nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleServerContractTest implements S3ServerContract {
    private SampleServer sample;
    private ContractServer server;

    @BeforeAll
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
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
        sample.close();
    }

    @Override
    public ContractServer server() {
        return server;
    }
}
