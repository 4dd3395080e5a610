package org.outturn.aws.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.aws.S3StoreOpener;
import org.outturn.aws.sso.NobodySignedIn;
import org.outturn.connection.CodePrompt;
import org.outturn.connection.Connection;
import org.outturn.connection.profile.AwsWitness;
import org.outturn.connection.profile.ProfileFiles;
import org.outturn.connection.profile.ProfileSource;
import org.outturn.failure.Failure;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.Cancellation;
import org.outturn.storage.Failures;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.storage.ServerUnderTest;
import org.outturn.storage.TestBucket;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Profiles of every kind that Ceph's gateway can serve, which has a token service at the same
 * address, with the AWS CLI listing the same bucket with the same files where it can.
 */
@EnabledIfEnvironmentVariable(named = "OUTTURN_TEST_ROLE", matches = "arn:.+")
class RgwProfilesTest {
    private static final String KEY = "outputs/one.json";

    @TempDir private Path home;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> secrets = new CopyOnWriteArrayList<>();
    private final String endpoint = variable("OUTTURN_TEST_STS_ENDPOINT");
    private final String role = variable("OUTTURN_TEST_ROLE");
    private TestBucket bucket;

    @BeforeEach
    void fill() {
        bucket =
                TestBucket.create(
                        ServerUnderTest.given(System.getenv()).orElseThrow().connection());
        bucket.put(KEY, new byte[] {1});
    }

    @AfterEach
    void empty() {
        bucket.close();
    }

    @Test
    void keysAndOneAddressForAll() throws IOException {
        write("config", "[profile keys]\nregion = us-east-1\nendpoint_url = " + endpoint + "\n");
        write("credentials", "[keys]\n" + ownKeys());

        assertThat(listed("keys")).containsExactly(KEY);
        assertThat(listedByTheCli("keys")).containsExactly(KEY);
        assertThat(secrets).contains(variable("OUTTURN_TEST_SECRET_KEY"));
    }

    @Test
    void aRoleWithAnExternalIdAndAServicesSection() throws IOException {
        write(
                "config",
                """
                [profile ceph]
                role_arn = %s
                source_profile = base
                external_id = ours-4711
                role_session_name = night-shift
                region = us-east-1
                services = ceph
                [services ceph]
                s3 =
                  endpoint_url = %s
                  addressing_style = path
                sts =
                  endpoint_url = %s/
                """
                        .formatted(role, endpoint, endpoint));
        write("credentials", "[base]\n" + ownKeys());

        assertThat(listed("ceph")).containsExactly(KEY);
        // the secret and the token of the session besides the key of the user
        assertThat(secrets).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aRoleWithOneAddressForAll() throws IOException {
        write(
                "config",
                """
                [profile base]
                %s
                [profile ceph]
                role_arn = %s
                source_profile = base
                endpoint_url = %s
                """
                        .formatted(ownKeys(), role, endpoint));

        assertThat(listed("ceph")).containsExactly(KEY);
    }

    @Test
    void aRoleWithAddressesAmongTheVariables() throws IOException {
        environment.put("AWS_ENDPOINT_URL_STS", endpoint);
        environment.put("AWS_ENDPOINT_URL_S3", endpoint);
        environment.put("AWS_ACCESS_KEY_ID", variable("OUTTURN_TEST_ACCESS_KEY"));
        environment.put("AWS_SECRET_ACCESS_KEY", variable("OUTTURN_TEST_SECRET_KEY"));
        write(
                "config",
                "[profile ceph]\nrole_arn = %s\ncredential_source = Environment\n".formatted(role));

        assertThat(listed("ceph")).containsExactly(KEY);
    }

    @Test
    void theSessionThatTheCliMade() throws IOException {
        JsonNode session = sessionOfTheCli();
        write("config", "[profile session]\nendpoint_url = " + endpoint + "\n");
        write(
                "credentials",
                """
                [session]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                aws_session_token = %s
                """
                        .formatted(
                                session.path("AccessKeyId").asString(),
                                session.path("SecretAccessKey").asString(),
                                session.path("SessionToken").asString()));

        assertThat(listed("session")).containsExactly(KEY);
        assertThat(listedByTheCli("session")).containsExactly(KEY);
    }

    @Test
    void aProgramThatGivesASession() throws IOException {
        String session = sessionOfTheCli().toString();
        Path keys =
                Files.writeString(
                        home.resolve("keys.json"), "{\"Version\": 1, " + session.substring(1));
        write(
                "config",
                """
                [profile program]
                credential_process = /bin/cat "%s"
                endpoint_url = %s
                """
                        .formatted(keys, endpoint));

        assertThat(listed("program")).containsExactly(KEY);
        assertThat(listedByTheCli("program")).containsExactly(KEY);
    }

    @Test
    void wrongKeysAndRolesThatThereAreNot() throws IOException {
        write(
                "config",
                """
                [profile stranger]
                aws_access_key_id = nobody
                aws_secret_access_key = knows
                [profile by-stranger]
                role_arn = %1$s
                source_profile = stranger
                endpoint_url = %2$s
                [profile base]
                %3$s
                [profile gone]
                role_arn = %1$s-gone
                source_profile = base
                endpoint_url = %2$s
                """
                        .formatted(role, endpoint, ownKeys()));

        Failure stranger = Failures.expect(Failure.class, () -> listed("by-stranger"));
        assertThat(stranger)
                .isInstanceOfAny(Failure.SignInRejected.class, Failure.AccessDenied.class);
        Failure gone = Failures.expect(Failure.class, () -> listed("gone"));
        assertThat(gone.attempt().action()).isEqualTo("AssumeRole");
        assertThat(gone.toString()).doesNotContain(variable("OUTTURN_TEST_SECRET_KEY"));
    }

    /** As the program does it: from the files to the keys of a bucket. */
    private List<String> listed(String profile) {
        ProfileFiles files = ProfileFiles.of(environment, home);
        Connection connection =
                new ProfileSource(files, environment)
                        .find().connections().stream()
                                .filter(one -> one.name().equals(profile))
                                .findFirst()
                                .orElseThrow();
        var keys =
                new ProfileKeys(
                        new KeyWorld(
                                files,
                                environment,
                                CodePrompt.NOBODY,
                                NobodySignedIn.in(home),
                                secrets::add,
                                () -> false,
                                Clock.systemUTC()));
        List<String> found = new CopyOnWriteArrayList<>();
        try (ObjectStore store = new S3StoreOpener(keys, Bandwidth.unlimited()).open(connection)) {
            store.list(
                    Prefix.root(bucket.name()),
                    "",
                    "",
                    Cancellation.never(),
                    page -> page.objects().forEach(one -> found.add(one.key())));
        }
        return found;
    }

    private List<String> listedByTheCli(String profile) throws IOException {
        JsonNode answer =
                cli(
                        Map.of(),
                        "s3api",
                        "list-objects-v2",
                        "--bucket",
                        bucket.name(),
                        "--profile",
                        profile);
        return answer.path("Contents").valueStream().map(o -> o.path("Key").asString()).toList();
    }

    private JsonNode sessionOfTheCli() throws IOException {
        return cli(
                        Map.of(
                                "AWS_ACCESS_KEY_ID", variable("OUTTURN_TEST_ACCESS_KEY"),
                                "AWS_SECRET_ACCESS_KEY", variable("OUTTURN_TEST_SECRET_KEY")),
                        "sts",
                        "assume-role",
                        "--role-arn",
                        role,
                        "--role-session-name",
                        "witness")
                .path("Credentials");
    }

    private JsonNode cli(Map<String, String> more, String... command) throws IOException {
        ProfileFiles files = ProfileFiles.of(Map.of(), home);
        Map<String, String> variables = new HashMap<>(more);
        variables.put("HOME", home.toString());
        variables.put("AWS_DEFAULT_REGION", "us-east-1");
        variables.put("AWS_CONFIG_FILE", files.config().toString());
        variables.put("AWS_SHARED_CREDENTIALS_FILE", files.credentials().toString());
        String[] arguments = new String[command.length + 4];
        System.arraycopy(command, 0, arguments, 0, command.length);
        System.arraycopy(
                new String[] {"--endpoint-url", endpoint, "--output", "json"},
                0,
                arguments,
                command.length,
                4);
        try (var witness = new AwsWitness(home)) {
            AwsWitness.Said said = witness.run(variables, arguments);
            assertThat(said.worked()).as(said.text()).isTrue();
            return JsonMapper.builder().build().readTree(said.text());
        }
    }

    private static String ownKeys() {
        return "aws_access_key_id = %s\naws_secret_access_key = %s\n"
                .formatted(
                        variable("OUTTURN_TEST_ACCESS_KEY"), variable("OUTTURN_TEST_SECRET_KEY"));
    }

    private static String variable(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }

    private void write(String name, String text) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".aws"));
        Files.writeString(folder.resolve(name), text);
    }
}
