package org.outturn.contract;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The contract asked of the server that {@code OUTTURN_TEST_ENDPOINT}, {@code
 * OUTTURN_TEST_ACCESS_KEY}, {@code OUTTURN_TEST_SECRET_KEY} and {@code OUTTURN_TEST_REGION} name,
 * in path style unless {@code OUTTURN_TEST_PATH_STYLE} is false. It makes buckets of its own and
 * removes them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfEnvironmentVariable(named = "OUTTURN_TEST_ENDPOINT", matches = "https?://.+")
class ForeignServerContractTest implements S3ServerContract {
    private ContractServer server;

    @BeforeAll
    void connect() throws Exception {
        Map<String, String> environment = System.getenv();
        URI endpoint = URI.create(environment.get("OUTTURN_TEST_ENDPOINT"));
        server =
                new ContractServer(
                        endpoint,
                        environment.get("OUTTURN_TEST_ACCESS_KEY"),
                        environment.get("OUTTURN_TEST_SECRET_KEY"),
                        environment.getOrDefault("OUTTURN_TEST_REGION", "us-east-1"),
                        !environment
                                .getOrDefault("OUTTURN_TEST_PATH_STYLE", "true")
                                .equals("false"),
                        differences(endpoint));
    }

    @AfterAll
    void removeBuckets() {
        server.close();
    }

    @Override
    public ContractServer server() {
        return server;
    }

    /** Ceph is known by the ids it gives to requests: tx, then hexadecimal digits. */
    private static Set<Difference> differences(URI endpoint) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(endpoint).timeout(Duration.ofSeconds(10)).build();
            var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            String id = answer.headers().firstValue("x-amz-request-id").orElse("");
            return id.startsWith("tx0") ? Difference.CEPH : Difference.NONE;
        }
    }
}
