package org.outturn.faults;

import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.outturn.storage.ServerUnderTest;

/** The matrix, with the server behind the proxy that the {@code OUTTURN_TEST_*} variables name. */
@EnabledIfEnvironmentVariable(named = "OUTTURN_TEST_ENDPOINT", matches = "http.+")
class GivenServerFaultsTest extends FaultMatrix {
    @Override
    ServerUnderTest start(Path folder) {
        return ServerUnderTest.given(System.getenv()).orElseThrow();
    }

    @Override
    void stop() {
        // whoever gave it stops it
    }
}
