package org.outturn.ui.outputs;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.outturn.storage.ServerUnderTest;

/** On the server that the {@code OUTTURN_TEST_*} variables name. */
@EnabledIfEnvironmentVariable(named = "OUTTURN_TEST_ENDPOINT", matches = "http.+")
class GivenServerScopeTagsTest extends ScopeTagsContract {
    @Override
    ServerUnderTest server() {
        return ServerUnderTest.given(System.getenv()).orElseThrow();
    }
}
