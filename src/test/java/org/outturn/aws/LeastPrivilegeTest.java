package org.outturn.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.outturn.connection.Connection;
import org.outturn.connection.Connector;
import org.outturn.connection.Credentials;
import org.outturn.connection.OpenConnection;
import org.outturn.connection.ServerTrust;
import org.outturn.connection.check.CheckResult;
import org.outturn.connection.check.CheckStep;
import org.outturn.connection.check.ConnectionCheck;
import org.outturn.failure.Failure;
import org.outturn.orphans.OrphanDoubt;
import org.outturn.orphans.OrphanReport;
import org.outturn.orphans.OrphanSearch;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.Cancellation;
import org.outturn.storage.Failures;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.Prefix;
import org.outturn.storage.Relay;
import org.outturn.storage.ServerUnderTest;
import org.outturn.storage.TestBucket;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * An identity that may do only what a bucket's policy says, on a real server that judges policies
 * (the one that {@code .ci/rgw-start.sh} starts).
 */
@EnabledIfEnvironmentVariable(named = "OUTTURN_TEST_LIMITED_ACCESS_KEY", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeastPrivilegeTest {
    private static final String LIST_TEAM =
            """
            {"Effect": "Allow", "Principal": {"AWS": ["arn:aws:iam:::user/%2$s"]},
             "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::%1$s",
             "Condition": {"StringLike": {"s3:prefix": "team/*"}}}
            """;
    private static final String READ_TEAM =
            """
            {"Effect": "Allow", "Principal": {"AWS": ["arn:aws:iam:::user/%2$s"]},
             "Action": "s3:GetObject", "Resource": "arn:aws:s3:::%1$s/team/*"}
            """;

    private ServerUnderTest server;
    private TestBucket bucket;
    private Credentials limited;

    @BeforeAll
    void fill() {
        server = ServerUnderTest.given(System.getenv()).orElseThrow();
        limited =
                new Credentials(
                        System.getenv("OUTTURN_TEST_LIMITED_ACCESS_KEY"),
                        System.getenv("OUTTURN_TEST_LIMITED_SECRET_KEY"),
                        "");
        bucket = TestBucket.create(server.connection());
        bucket.put("team/notes.txt", "notes".getBytes(StandardCharsets.UTF_8));
        bucket.put("other/secret.txt", "secret".getBytes(StandardCharsets.UTF_8));
    }

    @AfterAll
    void empty() {
        bucket.close();
    }

    @Test
    void aPinnedPlaceIsAllThatIsNeeded() throws Exception {
        allow(LIST_TEAM);
        try (Relay relay = new Relay(server.endpoint())) {
            Connection pinned = pinned(relay, "team/");
            OpenConnection open = open(pinned);
            try (ObjectStore store = open.store()) {
                assertThat(open.buckets())
                        .singleElement()
                        .satisfies(b -> assertThat(b.name()).isEqualTo(bucket.name()));
                store.list(
                        new Prefix(bucket.name(), "team/"),
                        "/",
                        "",
                        Cancellation.never(),
                        page ->
                                assertThat(page.objects())
                                        .extracting("key")
                                        .containsExactly("team/notes.txt"));
                denied("s3:GetObject", () -> store.details(at("team/notes.txt")));
                denied(
                        "s3:ListBucket",
                        () ->
                                store.list(
                                        Prefix.root(bucket.name()),
                                        "/",
                                        "",
                                        Cancellation.never(),
                                        _ -> {}));
            }
            assertThat(relay.requests().getFirst().target())
                    .as("what is asked at the start")
                    .contains("prefix=team%2F");
        }
    }

    @Test
    void leftOversAreLookedForInThePinnedPlaceOnly() {
        allow(LIST_TEAM);
        try (ObjectStore store = open(pinnedAtServer("team/")).store()) {
            OrphanReport report =
                    new OrphanSearch(
                                    store,
                                    Layouts.SHIPPED.recogniser(),
                                    InstantSource.system(),
                                    100_000)
                            .find(
                                    new Prefix(bucket.name(), "team/"),
                                    Set.of(),
                                    Cancellation.never(),
                                    _ -> {});
            assertThat(report.groups()).isEmpty();
            assertThat(report.doubts())
                    .containsExactly(
                            new OrphanDoubt.UploadsNotTold(), new OrphanDoubt.OnlyPart("team/"));
        }
    }

    @Test
    void whoMayReadOneFileReadsIt() throws Exception {
        allow(READ_TEAM);
        try (Relay relay = new Relay(server.endpoint());
                ObjectStore store = open(pinned(relay, "")).store()) {
            ObjectAddress notes = at("team/notes.txt");
            assertThat(store.details(notes).size()).isEqualTo(5);
            assertThat(store.read(notes, 0, 5, Cancellation.never()))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("notes");
            assertThat(store.presignGet(notes, Duration.ofHours(1), "").url().toString())
                    .contains("/team/notes.txt?");

            denied("s3:GetObject", () -> store.details(at("other/secret.txt")));
            denied(
                    "s3:ListBucket",
                    () ->
                            store.list(
                                    Prefix.root(bucket.name()),
                                    "/",
                                    "",
                                    Cancellation.never(),
                                    _ -> {}));
            denied("s3:GetObjectTagging", () -> store.tags(notes));
            denied(
                    "s3:PutObjectTagging",
                    () -> store.setTags(notes, ObjectTags.of(Map.of("a", "b"))));
            denied("s3:PutObject", () -> store.put(notes, new byte[1], "a/b", Map.of()));
            denied("s3:GetLifecycleConfiguration", () -> store.lifecycle(bucket.name()));
            denied(
                    "s3:ListBucketMultipartUploads",
                    () ->
                            store.unfinishedUploads(
                                    Prefix.root(bucket.name()), Cancellation.never()));
            denied(
                    "s3:DeleteObject",
                    () ->
                            store.delete(
                                    bucket.name(),
                                    List.of("team/notes.txt"),
                                    _ -> {},
                                    Cancellation.never()));
        }
    }

    @Test
    void theTestOfAConnectionSaysWhatIsMissingAndGoesOn() throws Exception {
        allow(LIST_TEAM + "," + READ_TEAM);
        var results = check(pinnedAtServer("team/"));
        assertThat(results.values())
                .extracting(CheckResult::state)
                .containsOnly(CheckResult.State.PASSED);

        allow(LIST_TEAM);
        results = check(pinnedAtServer("team/"));
        assertThat(results.get(CheckStep.LIST).state()).isEqualTo(CheckResult.State.PASSED);
        assertThat(results.get(CheckStep.READ).state()).isEqualTo(CheckResult.State.FAILED);
        assertThat(results.get(CheckStep.READ).finding().toString()).contains("s3:GetObject");

        allow(READ_TEAM);
        results = check(pinnedAtServer("team/"));
        assertThat(results.get(CheckStep.SIGN).state()).isEqualTo(CheckResult.State.PASSED);
        assertThat(results.get(CheckStep.LIST).state()).isEqualTo(CheckResult.State.WARNED);
        assertThat(results.get(CheckStep.LIST).finding().toString()).contains("s3:ListBucket");
        assertThat(results.get(CheckStep.READ).state()).isEqualTo(CheckResult.State.SKIPPED);
    }

    private static Map<CheckStep, CheckResult> check(Connection connection) {
        var results = new EnumMap<CheckStep, CheckResult>(CheckStep.class);
        new ConnectionCheck(TestBucket::open, InstantSource.system())
                .run(
                        connection,
                        Cancellation.never(),
                        result -> results.put(result.step(), result));
        return results;
    }

    private static OpenConnection open(Connection connection) {
        return new Connector(TestBucket::open).open(connection, Cancellation.never());
    }

    private Connection pinned(Relay relay, String prefix) {
        return server.at(relay.endpoint(), limited)
                .withPinned(Optional.of(new Prefix(bucket.name(), prefix)));
    }

    private Connection pinnedAtServer(String prefix) {
        return server.at(server.endpoint(), limited)
                .withPinned(Optional.of(new Prefix(bucket.name(), prefix)));
    }

    private ObjectAddress at(String key) {
        return bucket.at(key);
    }

    private static void denied(String permission, Runnable call) {
        Failure.AccessDenied failure = Failures.expect(Failure.AccessDenied.class, call::run);
        assertThat(failure.permission()).isEqualTo(permission);
    }

    private void allow(String statements) {
        String policy =
                ("{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}")
                        .formatted(bucket.name(), System.getenv("OUTTURN_TEST_LIMITED_USER"));
        Server known = Server.of(server.connection());
        var keys =
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(
                                server.credentials().accessKeyId(),
                                server.credentials().secretAccessKey()));
        var factory =
                new ClientFactory(
                        known,
                        Way.of(known),
                        new ServerClock(InstantSource.system()),
                        keys,
                        Trust.of(new ServerTrust.Runtime()),
                        Bandwidth.unlimited(),
                        Timeouts.DEFAULTS);
        try (S3Client s3 = factory.shortRequests(server.region())) {
            s3.putBucketPolicy(put -> put.bucket(bucket.name()).policy(policy));
        }
    }
}
