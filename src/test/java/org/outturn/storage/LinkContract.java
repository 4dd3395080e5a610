package org.outturn.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.outturn.failure.Failure;

/** Links that somebody without keys can follow, for a while. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class LinkContract {
    private static final byte[] CONTENT = "what the link leads to".getBytes(StandardCharsets.UTF_8);

    private final HttpClient http = HttpClient.newHttpClient();
    private TestBucket bucket;
    private ObjectStore store;
    private ObjectAddress address;

    /** The server to hold to the contract. */
    protected abstract ServerUnderTest server();

    @BeforeAll
    void createBucket() {
        bucket = TestBucket.create(server().connection());
        store = bucket.store();
        address = bucket.put("links/a b+c.txt", CONTENT);
    }

    @AfterAll
    void deleteBucket() {
        bucket.close();
        http.close();
    }

    @Test
    void aLinkGivesTheObject() throws Exception {
        Instant before = Instant.now();

        SignedUrl link = store.presignGet(address, Duration.ofHours(1), "");

        HttpResponse<byte[]> answer = get(link.url());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(CONTENT);
        assertThat(link.expires())
                .isBetween(
                        before.plusSeconds(3_599).minusMillis(1), Instant.now().plusSeconds(3_600));
        assertThat(link.expires().getNano()).isZero();
        assertThat(link.credentialsExpire()).isEqualTo(Instant.MAX);
        assertThat(link.effectiveEnd()).isEqualTo(link.expires());
        assertThat(link.toString()).doesNotContain("X-Amz");
    }

    @Test
    void aLinkCanNameTheFile() throws Exception {
        SignedUrl link = store.presignGet(address, Duration.ofDays(7), "Bericht \"März\" 100%.pdf");

        HttpResponse<byte[]> answer = get(link.url());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
                .isEqualTo(
                        "attachment; filename=\"Bericht _M_rz_ 100_.pdf\"; "
                                + "filename*=UTF-8''Bericht%20%22M%C3%A4rz%22%20100%25.pdf");
    }

    @Test
    void aTamperedLinkIsRefused() throws Exception {
        String url = store.presignGet(address, Duration.ofHours(1), "").url().toString();
        bucket.put("links/other", new byte[1]);

        for (String tampered :
                List.of(
                        url.replace("X-Amz-Expires=3600", "X-Amz-Expires=7200"),
                        url.replace("a%20b%2Bc.txt", "other"),
                        url.replaceAll("(X-Amz-Signature=)....", "$10000"))) {
            assertThat(tampered).isNotEqualTo(url);
            assertThat(get(URI.create(tampered)).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void lifetimesAreOneSecondToSevenDays() {
        for (Duration wrong :
                List.of(
                        Duration.ZERO,
                        Duration.ofMillis(999),
                        Duration.ofSeconds(-1),
                        Duration.ofDays(7).plusSeconds(1))) {
            Failures.expect(Failure.Invalid.class, () -> store.presignGet(address, wrong, ""));
        }
        for (Duration right : List.of(Duration.ofSeconds(1), Duration.ofDays(7))) {
            assertThat(store.presignGet(address, right, "").url()).isNotNull();
        }
    }

    private HttpResponse<byte[]> get(URI uri) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
