package org.outturn.follow;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.outturn.storage.ServerUnderTest;

/** Looks at the server that the {@code OUTTURN_TEST_*} variables name. */
@EnabledIfEnvironmentVariable(named = "OUTTURN_TEST_ENDPOINT", matches = "http.+")
class GivenServerLooksTest extends LooksContract {
    @Override
    ServerUnderTest server() {
        return ServerUnderTest.given(System.getenv()).orElseThrow();
    }
}
