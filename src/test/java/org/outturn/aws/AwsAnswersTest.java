package org.outturn.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.SignIn;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.Cancellation;
import org.outturn.storage.DeleteReport;
import org.outturn.storage.DownloadRequest;
import org.outturn.storage.Failures;
import org.outturn.storage.LifecycleRule;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.ProgressListener;
import org.outturn.storage.RestoreTier;
import org.outturn.storage.TestBucket;

/** Answers as AWS words them, which no server that can be had here gives. */
class AwsAnswersTest {
    private static final ObjectAddress OBJECT = new ObjectAddress("bucket", "key");

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> signedFor = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private HttpServer server;
    private ObjectStore store;

    /** One answer to come. */
    private record Answer(int status, Map<String, String> headers, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", this::answer);
        server.start();
        store =
                TestBucket.open(
                        new Connection(
                                "scripted",
                                Optional.of(
                                        URI.create(
                                                "http://127.0.0.1:"
                                                        + server.getAddress().getPort())),
                                "us-east-1",
                                Addressing.AUTO,
                                new SignIn.Keys(new Credentials("KEY", "secret", "")),
                                Optional.empty()));
    }

    @AfterEach
    void stop() {
        store.close();
        server.stop(0);
        assertThat(answers).as("answers that nobody asked for").isEmpty();
    }

    @Test
    void aHeadThatIsRedirectedIsAskedAgainInTheBucketsRegion() {
        will(301, Map.of("x-amz-bucket-region", "eu-west-1"), "");
        will(200, Map.of("ETag", "\"e\"", "Last-Modified", "Fri, 20 Nov 2026 10:00:00 GMT"), "");
        will(200, Map.of("ETag", "\"e\"", "Last-Modified", "Fri, 20 Nov 2026 10:00:00 GMT"), "");

        ObjectDetails details = store.details(OBJECT);
        store.details(OBJECT);

        assertThat(details.etag()).isEqualTo("e");
        assertThat(details.contentType()).isEqualTo("binary/octet-stream");
        assertThat(signedFor).containsExactly("us-east-1", "eu-west-1", "eu-west-1");
    }

    @Test
    void aHeadThatIsRefusedWithARegionIsAskedAgainThere() {
        will(400, Map.of("x-amz-bucket-region", "ap-south-1"), "");
        will(200, Map.of("ETag", "\"e\"", "Last-Modified", "Fri, 20 Nov 2026 10:00:00 GMT"), "");

        store.details(OBJECT);

        assertThat(signedFor).containsExactly("us-east-1", "ap-south-1");
    }

    @Test
    void aMalformedAuthorizationNamesTheRegionOfTheConnection() {
        will(400, Map.of(), error("AuthorizationHeaderMalformed", "<Region>eu-west-3</Region>"));
        will(200, Map.of(), "<ListAllMyBucketsResult/>");
        will(200, Map.of(), "<ListAllMyBucketsResult/>");

        store.buckets();
        store.buckets();

        assertThat(signedFor).containsExactly("us-east-1", "eu-west-3", "eu-west-3");
    }

    @Test
    void aRedirectToAnAddressNamesTheRegionToo() {
        String where = "<Endpoint>bucket.s3-eu-west-1.amazonaws.com</Endpoint>";
        will(301, Map.of(), error("PermanentRedirect", where));
        will(200, Map.of(), "<Tagging><TagSet/></Tagging>");
        will(307, Map.of(), error("TemporaryRedirect", where.replace("s3-eu", "s3.eu")));

        store.tags(OBJECT);
        Failure.WrongRegion failure =
                Failures.expect(Failure.WrongRegion.class, () -> store.tags(OBJECT));

        assertThat(signedFor).containsExactly("us-east-1", "eu-west-1", "eu-west-1");
        assertThat(failure.region()).isEqualTo("eu-west-1");
    }

    @Test
    void aLinkIsSignedForTheRegionThatTheBucketTurnedOutToBeIn() {
        will(301, Map.of("x-amz-bucket-region", "eu-west-1"), "");
        will(200, Map.of("ETag", "\"e\"", "Last-Modified", "Fri, 20 Nov 2026 10:00:00 GMT"), "");

        store.details(OBJECT);
        String link = store.presignGet(OBJECT, Duration.ofHours(1), "").url().toString();
        String other =
                store.presignGet(new ObjectAddress("another", "key"), Duration.ofHours(1), "")
                        .url()
                        .toString();

        assertThat(link).contains("%2Feu-west-1%2Fs3%2F");
        assertThat(other).contains("%2Fus-east-1%2Fs3%2F");
    }

    @Test
    void aWrongClockIsMeasuredByWhatTheServerSays() {
        String time = Instant.now().plusSeconds(17 * 60).truncatedTo(ChronoUnit.SECONDS).toString();
        for (int i = 0; i < 3; i++) {
            will(
                    403,
                    Map.of(),
                    error("RequestTimeTooSkewed", "<ServerTime>" + time + "</ServerTime>"));
        }

        Failure.ClockSkew failure = Failures.expect(Failure.ClockSkew.class, () -> store.buckets());

        assertThat(failure.messageKey()).isEqualTo("clockBehind");
        assertThat(failure.behind().orElseThrow())
                .isBetween(Duration.ofMinutes(16), Duration.ofMinutes(18));
    }

    @Test
    void aTransferIsRedirectedAsWell(@TempDir Path folder) throws IOException {
        String refusal = error("AuthorizationHeaderMalformed", "<Region>eu-west-3</Region>");
        Path file = folder.resolve("file");
        will(400, Map.of(), refusal);
        will(400, Map.of(), refusal);
        will(200, Map.of("ETag", "\"e\""), "content");

        store.download(
                new DownloadRequest(OBJECT, file, false),
                ProgressListener.NONE,
                Cancellation.never());

        assertThat(file).hasContent("content");
        assertThat(signedFor).containsExactly("us-east-1", "us-east-1", "eu-west-3");
    }

    @Test
    void aRedirectWithoutARegionIsTold() {
        will(301, Map.of(), error("PermanentRedirect", "<Endpoint>elsewhere</Endpoint>"));

        Failure.WrongRegion failure =
                Failures.expect(Failure.WrongRegion.class, () -> store.tags(OBJECT));

        assertThat(failure.region()).isEmpty();
    }

    @Test
    void aDenialNamesThePermissionThatAwsNames() {
        will(403, Map.of(), "");
        will(
                403,
                Map.of(),
                error(
                        "AccessDenied",
                        "<Message>User: arn:aws:iam::111122223333:user/u is not authorized to"
                                + " perform: s3:ListBucket on resource:"
                                + " \"arn:aws:s3:::bucket\"</Message>"));

        Failure.AccessDenied failure =
                Failures.expect(Failure.AccessDenied.class, () -> store.details(OBJECT));

        assertThat(failure.permission()).isEqualTo("s3:ListBucket");
        assertThat(failure.attempt().action()).isEqualTo("HeadObject");
    }

    @Test
    void whatTheServerRepeatsOfTheSignatureIsNotPassedOn() {
        String body =
                error(
                        "SignatureDoesNotMatch",
                        "<Message>The request signature does not match. GET /b/k?X-Amz-Signature="
                                + "0123456789abcdef X-Amz-Security-Token=tokentoken</Message>"
                                + "<StringToSign>AWS4-HMAC-SHA256 to-be-signed</StringToSign>"
                                + "<CanonicalRequest>x-amz-security-token:tokentoken"
                                + "</CanonicalRequest>");
        will(403, Map.of(), body);

        FailureException thrown =
                catchThrowableOfType(FailureException.class, () -> store.buckets());

        assertThat(thrown.failure()).isInstanceOf(Failure.SignInRejected.class);
        StringWriter log = new StringWriter();
        thrown.printStackTrace(new PrintWriter(log));
        assertThat(log + thrown.failure().toString())
                .contains("The request signature does not match.")
                .doesNotContain("tokentoken", "0123456789abcdef", "to-be-signed");
    }

    @Test
    void aBusyServerIsAskedThreeTimes() {
        for (int i = 0; i < 3; i++) {
            will(503, Map.of(), error("SlowDown", "<Message>Reduce your rate</Message>"));
        }

        Failure.Throttled failure = Failures.expect(Failure.Throttled.class, () -> store.buckets());

        assertThat(failure.retryable()).isTrue();
        assertThat(failure.technical().code()).isEqualTo("SlowDown");
    }

    @Test
    void aServerThatRecoversIsBelieved() {
        will(500, Map.of(), error("InternalError", ""));
        will(200, Map.of(), "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>");

        assertThat(store.buckets()).isEmpty();
    }

    @Test
    void aPartialDeleteReportsEachKey() {
        will(
                200,
                Map.of(),
                """
                <DeleteResult><Deleted><Key>a</Key></Deleted>
                <Error><Key>b</Key><Code>AccessDenied</Code><Message>no</Message></Error>
                <Error><Key>c</Key><Code>InternalError</Code><Message>no</Message></Error>
                </DeleteResult>\
                """);
        will(404, Map.of(), "");

        DeleteReport report =
                store.delete("bucket", List.of("a", "b", "c", "d"), n -> {}, Cancellation.never());

        // of d the answer says nothing, so it is looked for
        assertThat(report.deleted()).containsExactly("a", "d");
        assertThat(report.failed().get("b"))
                .isInstanceOfSatisfying(
                        Failure.AccessDenied.class,
                        denied -> {
                            assertThat(denied.permission()).isEqualTo("s3:DeleteObject");
                            assertThat(denied.attempt().object()).isEqualTo("s3://bucket/b");
                        });
        assertThat(report.failed().get("c")).isInstanceOf(Failure.Throttled.class);
        assertThat(report.failed()).hasSize(2);
    }

    @Test
    void aServerWithoutRangesIsReadAllTheSame() {
        will(200, Map.of("ETag", "\"e\""), "0123456789");

        byte[] read = store.read(OBJECT, 3, 4, Cancellation.never());

        assertThat(new String(read, StandardCharsets.UTF_8)).isEqualTo("3456");
    }

    @Test
    void aServerWithoutATagSetHasNoTags() {
        will(404, Map.of(), error("NoSuchTagSet", ""));

        assertThat(store.tags(OBJECT).values()).isEmpty();
    }

    @Test
    void aBucketWithoutALifecycleIsNotTakenForMissing() {
        will(301, Map.of("x-amz-bucket-region", "eu-west-1"), "");
        will(404, Map.of(), error("NoSuchLifecycleConfiguration", ""));
        will(404, Map.of(), error("NoSuchLifecycleConfiguration", ""));

        assertThat(store.lifecycle("bucket")).isEmpty();
        assertThat(store.lifecycle("bucket")).isEmpty();
        assertThat(signedFor).containsExactly("us-east-1", "eu-west-1", "eu-west-1");
    }

    @Test
    void conditionsOfARuleMayStandSideBySide() {
        // as Ceph answers a filter that was put with And
        will(
                200,
                Map.of(),
                """
                <LifecycleConfiguration><Rule><ID>r</ID><Status>Enabled</Status>\
                <Filter><Prefix>raw/</Prefix><Tag><Key>type</Key><Value>manual</Value></Tag>\
                </Filter>\
                <Expiration><Days>3</Days></Expiration></Rule></LifecycleConfiguration>\
                """);

        LifecycleRule.Filter filter = store.lifecycle("bucket").getFirst().filter();
        assertThat(filter.prefix()).isEqualTo("raw/");
        assertThat(filter.tags()).isEqualTo(ObjectTags.of(Map.of("type", "manual")));
    }

    @Test
    void whatComesBackForGoodIsRestoredWithoutDays() {
        will(202, Map.of(), "");
        will(202, Map.of(), "");

        store.restore(OBJECT, 0, RestoreTier.EXPEDITED);
        store.restore(OBJECT, 3, RestoreTier.BULK);

        assertThat(bodies.getFirst()).contains("<Tier>Expedited</Tier>").doesNotContain("Days");
        assertThat(bodies.getLast()).contains("<Tier>Bulk</Tier>", "<Days>3</Days>");
    }

    @Test
    void aHurryForWhichThereIsNoRoomMayBeTriedLater() {
        for (int i = 0; i < 3; i++) {
            will(503, Map.of(), error("GlacierExpeditedRetrievalNotAvailable", ""));
        }

        Failure.Throttled failure =
                Failures.expect(
                        Failure.Throttled.class,
                        () -> store.restore(OBJECT, 1, RestoreTier.EXPEDITED));

        assertThat(failure.attempt().action()).isEqualTo("RestoreObject");
    }

    private void will(int status, Map<String, String> headers, String body) {
        answers.add(new Answer(status, headers, body));
    }

    private static String error(String code, String more) {
        return "<Error><Code>" + code + "</Code>" + more + "<RequestId>R1</RequestId></Error>";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            bodies.add(new String(sent, StandardCharsets.UTF_8));
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            signedFor.add(authorization.split("/")[2]);
            Answer answer = answers.remove();
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(
                    answer.status(), head || body.length == 0 ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
