package org.outturn.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.records.UploadRecord.Configuration;
import org.outturn.records.UploadRecord.None;
import org.outturn.records.UploadRecord.Reason;
import org.outturn.records.UploadRecord.Result;
import org.outturn.records.UploadRecord.Unreadable;
import org.outturn.storage.Cancellation;

class ScraperApiTest {
    private static final String JOB = "0b9cc1f0-1b3c-4c8e-9d7a-2f1f6a0e7395";
    private static final String TOKEN = "tok-9f3a7c51e0";
    private static final Instant NOW = Instant.parse("2025-11-15T00:00:00Z");

    private static ScraperApi api(ScraperAddress address) {
        return api(address, TOKEN, false);
    }

    private static ScraperApi api(ScraperAddress address, String token, boolean plainAllowed) {
        return new ScraperApi(
                address,
                new Secret(token),
                plainAllowed,
                InstantSource.fixed(NOW),
                Duration.ofSeconds(2));
    }

    private static Optional<JobRecord> find(int status, String body) {
        try (var server = ScraperStandIn.answering(status, body);
                var api = api(server.address())) {
            return api.find(JOB, Cancellation.never());
        }
    }

    private static FailureException failure(int status, String body) {
        FailureException thrown =
                catchThrowableOfType(FailureException.class, () -> find(status, body));
        assertThat(thrown).isNotNull();
        return thrown;
    }

    private static UploadRecord upload(String output) {
        return find(200, "{\"success\": true, \"data\": {\"output\": " + output + "}}")
                .orElseThrow()
                .upload();
    }

    @Test
    void asksForTheJobWithTheToken() {
        try (var server = ScraperStandIn.answering(404, "{}");
                var api = api(server.address())) {
            api.find(JOB.toUpperCase(java.util.Locale.ROOT), Cancellation.never());

            assertThat(server.requests())
                    .containsExactly("GET /api/scraper/jobs/" + JOB + " Bearer " + TOKEN);
        }
    }

    @Test
    void readsARecord() {
        JobRecord record =
                find(
                                200,
                                """
                                {"message": [[{}]], "data": {"products": {"id": "x", "output": null},
                                  "output": {"summary": {"uploadToS3": 1},
                                             "uploadToS3": {"status": "success", "filesUploaded": 3},
                                             "files": ["uploadToS3"]},
                                  "status": "completed", "id": "%s"}, "success": true}
                                """
                                        .formatted(JOB))
                        .orElseThrow();

        assertThat(record.jobId()).isEqualTo(JOB);
        assertThat(record.jobStatus()).contains("completed");
        assertThat(record.readAt()).isEqualTo(NOW);
        assertThat(record.witness()).isEqualTo(JobRecord.Witness.SCRAPER_API);
        assertThat(record.upload())
                .isInstanceOfSatisfying(
                        Result.class, r -> assertThat(r.filesUploaded()).hasValue(3));
    }

    @Test
    void readsEveryShape() {
        assertThat(upload("null")).isEqualTo(new None());
        assertThat(upload("{}")).isEqualTo(new None());
        assertThat(upload("{\"uploadToS3\": null}")).isEqualTo(new None());
        assertThat(upload("{\"uploadToS3\": {\"enabled\": true}}"))
                .isInstanceOf(Configuration.class);
        assertThat(upload("{\"uploadToS3\": {\"status\": \"failed\", \"error\": \"x\"}}"))
                .isInstanceOf(Result.class);
        assertThat(upload("{\"uploadToS3\": [1]}"))
                .isEqualTo(new Unreadable(Reason.WRONG_VALUE, ""));
        assertThat(upload("[]")).isEqualTo(new Unreadable(Reason.WRONG_VALUE, "output"));
    }

    @Test
    void aRecordOfAnotherJobIsNotTaken() {
        assertThat(
                        find(
                                        200,
                                        "{\"success\":true,\"data\":{\"id\":\""
                                                + JobIds.NOBODY
                                                + "\",\"output\":{\"uploadToS3\":{\"status\":\"success\"}}}}")
                                .orElseThrow()
                                .upload())
                .isEqualTo(new Unreadable(Reason.OTHER_JOB, "id"));
    }

    @Test
    void anUnknownJobHasNoRecord() {
        assertThat(find(404, "{\"success\": false, \"error\": \"Job not found\"}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "401, `{}`,                RecordsSignIn",
                "403, `{}`,                RecordsDenied",
                "404, `<html>no</html>`,   RecordsMissing",
                "404, ``,                  RecordsMissing",
                "301, `{}`,                RecordsMissing",
                "308, `{}`,                RecordsMissing",
                "400, `{}`,                RecordsUnreadable",
                "204, ``,                  RecordsUnreadable",
                "429, `{}`,                Throttled",
                "500, `oops`,              Throttled",
                "503, ``,                  Throttled",
                "200, ``,                  RecordsUnreadable",
                "200, `<html>sign in</html>`, RecordsUnreadable",
                "200, `[]`,                RecordsUnreadable",
                "200, `null`,              RecordsUnreadable",
                "200, `{\"data\": {\"output\": `, RecordsUnreadable",
                "200, `{\"success\": false, \"error\": \"nope\"}`, RecordsUnreadable",
                "200, `{\"success\": true, \"data\": null}`, RecordsUnreadable",
                "200, `{\"success\": true}`, RecordsUnreadable",
            })
    void refusalsAreSaidPlainly(int status, String body, String kind) {
        Failure failure = failure(status, body).failure();

        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.technical().status()).isEqualTo(status);
        assertThat(failure.attempt().object()).isEqualTo(JOB);
    }

    @Test
    void redirectsAreNotFollowed() {
        try (var elsewhere = ScraperStandIn.answering(200, "{\"success\":true,\"data\":{}}");
                var server =
                        new ScraperStandIn(exchange -> {
                            exchange.getResponseHeaders()
                                    .set("Location", elsewhere.address() + "/stolen");
                            ScraperStandIn.send(exchange, 302, "");
                        });
                var api = api(server.address())) {
            assertThatThrownBy(() -> api.find(JOB, Cancellation.never()))
                    .isInstanceOf(FailureException.class);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void aLongAnswerIsNotReadToItsEnd() {
        try (var server =
                        new ScraperStandIn(exchange -> {
                            exchange.sendResponseHeaders(200, 0);
                            byte[] block = new byte[1 << 16];
                            for (int i = 0; i < 100_000; i++) {
                                exchange.getResponseBody().write(block);
                            }
                        });
                var api = api(server.address())) {
            assertThatThrownBy(() -> api.find(JOB, Cancellation.never()))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e ->
                                    assertThat(e.failure())
                                            .isInstanceOf(Failure.RecordsUnreadable.class));
        }
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUp() {
        var over = new CountDownLatch(1);
        try (var server =
                        new ScraperStandIn(exchange -> {
                            exchange.sendResponseHeaders(200, 0);
                            exchange.getResponseBody().write('{');
                            exchange.getResponseBody().flush();
                            await(over);
                        });
                var api = api(server.address())) {
            assertThatThrownBy(() -> api.find(JOB, Cancellation.never()))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure()).isInstanceOf(Failure.Unreachable.class));
        } finally {
            over.countDown();
        }
    }

    @Test
    void cancellingEndsTheWait() throws Exception {
        var asked = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        try (var server =
                        new ScraperStandIn(exchange -> {
                            asked.countDown();
                            await(over);
                        });
                var api =
                        new ScraperApi(
                                server.address(),
                                new Secret(TOKEN),
                                false,
                                InstantSource.system(),
                                Duration.ofMinutes(5))) {
            var cancellation = new Cancellation();
            var found = CompletableFuture.supplyAsync(() -> api.find(JOB, cancellation));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            cancellation.cancel();

            assertThatThrownBy(() -> found.get(10, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(CancellationException.class);
        } finally {
            over.countDown();
        }
    }

    @Test
    void aClosedDoorIsUnreachable() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (var api = api(new ScraperAddress(URI.create("http://127.0.0.1:" + port)))) {
            assertThatThrownBy(() -> api.check(Cancellation.never()))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure()).isInstanceOf(Failure.Unreachable.class));
        }
    }

    /** A server that speaks no TLS where TLS is asked for. */
    @Test
    void aLineThatIsNoTlsIsNotTrusted() {
        try (var server = ScraperStandIn.answering(200, "{}");
                var api =
                        api(
                                new ScraperAddress(
                                        URI.create(
                                                server.address()
                                                        .toString()
                                                        .replace("http:", "https:"))))) {
            assertThatThrownBy(() -> api.check(Cancellation.never()))
                    .isInstanceOf(FailureException.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void theTokenDoesNotGoOverAnOpenLine() {
        var open = ScraperAddress.of("http://scraper.example.com:8080/").orElseThrow();
        try (var api = api(open)) {
            assertThatThrownBy(() -> api.check(Cancellation.never()))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure()).isInstanceOf(Failure.RecordsUnsafe.class));
        }
        try (var api =
                api(ScraperAddress.of("http://scraper.invalid").orElseThrow(), TOKEN, true)) {
            assertThatThrownBy(() -> api.check(Cancellation.never()))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure()).isInstanceOf(Failure.Unreachable.class));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines-secret", "non-ascii-sécret", "a secret"})
    void aTokenThatIsNoneIsNeitherSentNorQuoted(String token) {
        try (var server = ScraperStandIn.answering(200, "{}");
                var api = api(server.address(), token, false)) {
            FailureException thrown =
                    catchThrowableOfType(
                            FailureException.class, () -> api.check(Cancellation.never()));

            assertThat(thrown.failure()).isInstanceOf(Failure.RecordsSignIn.class);
            assertThat(server.requests()).isEmpty();
            assertThat(stackTrace(thrown)).doesNotContain("secret", "sécret");
        }
    }

    @Test
    void anIdThatIsNoneIsNotPutIntoAnAddress() {
        try (var server = ScraperStandIn.answering(200, "{}");
                var api = api(server.address())) {
            assertThatThrownBy(() -> api.find("../../admin?x=", Cancellation.never()))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure()).isInstanceOf(Failure.Invalid.class));
            assertThat(server.requests()).isEmpty();
        }
    }

    /** Also when the server says it again. */
    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 403, 404, 500})
    void theTokenIsInNoText(int status) {
        FailureException thrown = failure(status, "Bearer " + TOKEN + " is refused");

        assertThat(stackTrace(thrown)).doesNotContain(TOKEN);
        assertThat(thrown.failure().toString()).doesNotContain(TOKEN);
        assertThat(new Secret(TOKEN)).hasToString("***");
        try (var api = api(ScraperAddress.of("https://x").orElseThrow())) {
            assertThat(api.toString()).doesNotContain(TOKEN);
        }
    }

    @Test
    void checkAsksForNobodysJob() {
        try (var server = ScraperStandIn.answering(404, "{\"success\": false}");
                var api = api(server.address())) {
            api.check(Cancellation.never());

            assertThat(server.requests()).singleElement().asString().contains(JobIds.NOBODY);
        }
    }

    private static String stackTrace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
