package org.outturn.tagging;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.outturn.storage.ServerUnderTest;

/** Tags on the server that the {@code OUTTURN_TEST_*} variables name. */
@EnabledIfEnvironmentVariable(named = "OUTTURN_TEST_ENDPOINT", matches = "http.+")
class GivenServerTagTest extends TagContract {
    @Override
    ServerUnderTest server() {
        return ServerUnderTest.given(System.getenv()).orElseThrow();
    }
}
