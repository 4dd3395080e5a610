package org.outturn.aws.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.aws.S3StoreOpener;
import org.outturn.aws.profile.KeyWorld;
import org.outturn.aws.profile.ProfileKeys;
import org.outturn.connection.Addressing;
import org.outturn.connection.CodePrompt;
import org.outturn.connection.Connection;
import org.outturn.connection.SignIn;
import org.outturn.connection.SsoSession;
import org.outturn.connection.profile.ProfileFiles;
import org.outturn.connection.profile.SsoProfiles;
import org.outturn.connection.sso.SsoCache;
import org.outturn.connection.sso.SsoNeed;
import org.outturn.connection.sso.SsoToken;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.signin.AwsCli;
import org.outturn.signin.IssuedKeys;
import org.outturn.signin.PlayedBrowser;
import org.outturn.signin.SignInStandIn;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;

/**
 * The AWS CLI as a second witness: each of the two lists a real bucket with what the other has
 * signed in to. The keys of the role are a session of the bucket's server.
 */
class AwsCliWitnessTest {
    private static final String ACCOUNT = "111122223333";
    private static final SampleKey KEY =
            SampleKey.of("ASIAOFTHEROLE", "the-secret-of-the-role")
                    .inSession("the-session-of-the-role", null);

    private final SignInStandIn aws = new SignInStandIn();
    private final PlayedBrowser browser = new PlayedBrowser();
    private final Operator operator =
            new Operator(browser::open, code -> browser.open(code.pageWithCode()));

    @TempDir Path home;
    @TempDir Path stored;
    private SampleServer server;
    private SsoProfiles profiles;
    private SsoCache cache;
    private IdentityCenter center;
    private AwsCli cli;

    @BeforeEach
    void begin() throws IOException {
        assumeTrue(AwsCli.isInstalled(), "needs Debian's package awscli");
        server = SampleServer.start(stored, SampleOptions.DEFAULTS.withKey(KEY));
        server.store().createBucket("outputs");
        server.store()
                .put(
                        "outputs",
                        "jobs/one.json",
                        server.store().content(new byte[] {1}),
                        ObjectAttributes.UNTYPED,
                        Instant.now());
        aws.directory()
                .role(ACCOUNT, "reader", () -> IssuedKeys.of(KEY, Instant.now().plusSeconds(3600)));
        Path folder = Files.createDirectories(home.resolve(".aws"));
        Files.writeString(
                folder.resolve("config"),
                """
                [sso-session my-sso]
                sso_start_url = https://example.com/start
                sso_region = eu-central-1
                sso_registration_scopes = sso:account:access

                [profile new]
                sso_session = my-sso
                sso_account_id = 111122223333
                sso_role_name = reader
                region = us-east-1

                [profile legacy]
                sso_start_url = https://example.com/legacy
                sso_region = eu-central-1
                sso_account_id = 111122223333
                sso_role_name = reader
                region = us-east-1
                """);
        profiles = new SsoProfiles(files(), Map.of());
        cache = SsoCache.ofHome(home);
        String endpoint = aws.endpoint().toString();
        center =
                new IdentityCenter(
                        new IdentityCenter.Surroundings(
                                Map.of(
                                        "AWS_ENDPOINT_URL_SSO", endpoint,
                                        "AWS_ENDPOINT_URL_SSO_OIDC", endpoint),
                                profiles,
                                cache,
                                _ -> {},
                                Clock.systemUTC()),
                        CallbackPages.saying("Outturn", "done", "failed"));
        cli = new AwsCli(home).signsInAt(aws.endpoint());
    }

    @AfterEach
    void end() throws IOException {
        if (server != null) {
            center.close();
            server.close();
        }
        browser.close();
        aws.close();
    }

    private ProfileFiles files() {
        return ProfileFiles.of(Map.of(), home);
    }

    private SsoSession session(String profile) {
        return profiles.of(connection(profile)).map(SsoNeed::session).orElseThrow();
    }

    private Connection connection(String profile) {
        return new Connection(
                profile,
                Optional.of(server.endpoint()),
                server.region(),
                Addressing.PATH,
                new SignIn.Profile(profile),
                Optional.empty());
    }

    private List<String> outturnLists(String profile) {
        var world =
                new KeyWorld(
                        files(),
                        Map.of(),
                        CodePrompt.NOBODY,
                        center,
                        _ -> {},
                        () -> false,
                        Clock.systemUTC());
        var opener = new S3StoreOpener(new ProfileKeys(world), Bandwidth.unlimited());
        List<String> keys = new ArrayList<>();
        try (ObjectStore store = opener.open(connection(profile))) {
            store.list(
                    Prefix.root("outputs"),
                    "",
                    "",
                    Cancellation.never(),
                    page -> page.objects().forEach(entry -> keys.add(entry.key())));
        }
        return keys;
    }

    private void cliLists(String profile) {
        AwsCli.Result listed =
                cli.run(
                        "--profile",
                        profile,
                        "--endpoint-url",
                        server.endpoint().toString(),
                        "s3api",
                        "list-objects-v2",
                        "--bucket",
                        "outputs",
                        "--query",
                        "Contents[].Key",
                        "--output",
                        "text");
        assertThat(listed).isEqualTo(new AwsCli.Result(0, "jobs/one.json"));
    }

    private void cliSignsIn(String profile) throws Exception {
        Process login = cli.start("sso", "login", "--no-browser", "--profile", profile);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !aws.undecided().isEmpty());
        aws.decide(aws.undecided().getFirst(), true);
        assertThat(login.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(login.exitValue())
                .as(new String(login.getInputStream().readAllBytes()))
                .isZero();
    }

    @Test
    void theCliListsWithASignInInTheBrowser() {
        center.signIn(session("new"), operator, Cancellation.never());
        cliLists("new");
        center.signIn(session("legacy"), operator, Cancellation.never());
        cliLists("legacy");
    }

    @Test
    void theCliListsWithASignInByCode() {
        center.signInByCode(session("new"), operator, Cancellation.never());
        cliLists("new");
        center.signInByCode(session("legacy"), operator, Cancellation.never());
        cliLists("legacy");
    }

    @Test
    void outturnListsWithASignInOfTheCli() throws Exception {
        cliSignsIn("new");
        assertThat(outturnLists("new")).containsExactly("jobs/one.json");
        cliSignsIn("legacy");
        assertThat(outturnLists("legacy")).containsExactly("jobs/one.json");
        assertThat(browser.pages()).isEmpty();
    }

    @Test
    void eachUsesTheRegistrationOfTheOther() throws Exception {
        center.signInByCode(session("new"), operator, Cancellation.never());
        cliSignsIn("new");
        assertThat(aws.asked("/client/register")).isEqualTo(1);
        center.signInByCode(session("new"), operator, Cancellation.never());
        assertThat(aws.asked("/client/register")).isEqualTo(1);
    }

    @Test
    void eachRefreshesWhatTheOtherSignedInTo() throws Exception {
        // within the last quarter of an hour from the start: every use refreshes
        aws.oidc().tokenLife(Duration.ofMinutes(10));
        center.signIn(session("new"), operator, Cancellation.never());
        String signedIn = token().accessToken();
        cliLists("new");
        String byCli = token().accessToken();
        assertThat(byCli).isNotEqualTo(signedIn);
        assertThat(outturnLists("new")).containsExactly("jobs/one.json");
        assertThat(token().accessToken()).isNotEqualTo(byCli);
        cliLists("new");
        assertThat(browser.pages()).hasSize(1);
    }

    @Test
    void aSignOutIsOneForTheCliToo() throws Exception {
        cliSignsIn("new");
        assertThat(center.signOut(session("new"), Cancellation.never())).isTrue();
        AwsCli.Result listed = cli.run("--profile", "new", "s3api", "list-buckets");
        assertThat(listed.status()).isNotZero();
        assertThat(listed.output()).contains("sso");
    }

    private SsoToken token() {
        return cache.token(session("new")).orElseThrow();
    }

    @Test
    void whatIsKeptIsForItsOwnerAlone() throws IOException {
        center.signIn(session("new"), operator, Cancellation.never());
        center.signInByCode(session("legacy"), operator, Cancellation.never());
        try (Stream<Path> files = Files.list(home.resolve(".aws/sso/cache"))) {
            assertThat(files.toList())
                    .hasSize(4)
                    .allSatisfy(file ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(file)))
                                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void theServicesSectionSaysWhereOneSignsIn() throws IOException {
        Files.writeString(
                home.resolve(".aws/config"),
                """

                [profile elsewhere]
                sso_session = my-sso
                services = stand-in

                [services stand-in]
                sso =
                  endpoint_url = %1$s
                sso_oidc =
                  endpoint_url = %1$s
                """
                        .formatted(aws.endpoint()),
                java.nio.file.StandardOpenOption.APPEND);
        try (IdentityCenter configured =
                new IdentityCenter(
                        new IdentityCenter.Surroundings(
                                Map.of(), profiles, cache, _ -> {}, Clock.systemUTC()),
                        CallbackPages.saying("Outturn", "done", "failed"))) {
            configured.signIn(session("new"), operator, Cancellation.never());
            assertThat(operator.pages())
                    .first()
                    .extracting(URI::getAuthority)
                    .isEqualTo(aws.endpoint().getAuthority());
            assertThat(configured.accounts(session("new"), Cancellation.never())).hasSize(1);
        }
    }
}
