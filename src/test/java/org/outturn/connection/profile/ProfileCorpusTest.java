package org.outturn.connection.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Found;

/**
 * Pairs of files, each resolved by Outturn and by Debian's AWS CLI 2.9.19: the list of profiles,
 * every value, and where the keys come from. Where both differ, the corpus says why, and Outturn's
 * own result stands there.
 */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledIf("org.outturn.connection.profile.AwsWitness#isThere")
class ProfileCorpusTest {
    private static final List<String> VALUES =
            List.of(
                    "region",
                    "output",
                    "endpoint_url",
                    "services",
                    "role_arn",
                    "source_profile",
                    "credential_source",
                    "external_id",
                    "mfa_serial",
                    "role_session_name",
                    "duration_seconds",
                    "web_identity_token_file",
                    "credential_process",
                    "sso_session",
                    "sso_start_url",
                    "sso_account_id",
                    "aws_access_key_id",
                    "aws_secret_access_key",
                    "aws_session_token",
                    "request_checksum_calculation",
                    "response_checksum_validation",
                    "description");

    private Path folder;
    private AwsWitness witness;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        witness = new AwsWitness(folder);
    }

    @AfterAll
    void stop() throws IOException {
        witness.close();
    }

    @TestFactory
    Stream<DynamicTest> bothSayTheSame() {
        List<CorpusCase> all = CorpusCase.all();
        assertThat(all).hasSizeGreaterThan(60);
        return all.stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
    }

    private void check(CorpusCase one) throws IOException {
        Path home = Files.createTempDirectory(folder, "case");
        ProfileFiles files = one.into(home);
        ProfileBook book = ProfileBook.read(files);
        Found found = new ProfileSource(files, Map.of()).find();
        Map<String, String> environment =
                Map.of(
                        "HOME",
                        home.toString(),
                        "AWS_CONFIG_FILE",
                        files.config().toString(),
                        "AWS_SHARED_CREDENTIALS_FILE",
                        files.credentials().toString(),
                        "AWS_EC2_METADATA_DISABLED",
                        "true");
        expectations(one, book, found);
        String text = (one.config() + one.credentials()).toLowerCase(Locale.ROOT);
        List<String> said = VALUES.stream().filter(text::contains).toList();
        List<String> differences = differences(book, said, environment);
        if (one.differs()) {
            assertThat(differences).as("this is no difference any more").isNotEmpty();
        } else {
            assertThat(differences).isEmpty();
        }
    }

    private static void expectations(CorpusCase one, ProfileBook book, Found found) {
        List<String> troubles = new ArrayList<>();
        found.troubles()
                .forEach(trouble ->
                        troubles.add(trouble.file().getFileName() + " " + trouble.line()));
        for (String expected : one.expected()) {
            String[] words = expected.split(" ");
            switch (words[0]) {
                case "profiles" ->
                        assertThat(book.profiles().keySet()).containsExactly(words[1].split(","));
                case "trouble" -> assertThat(troubles).contains(words[1] + " " + words[2]);
                default -> assertThat(kind(book, words[1])).as(words[1]).isEqualTo(words[2]);
            }
        }
    }

    private List<String> differences(
            ProfileBook book, List<String> values, Map<String, String> environment)
            throws IOException {
        List<String> differences = new ArrayList<>();
        AwsWitness.Said list = witness.run(environment, "configure", "list-profiles");
        if (!list.worked()) {
            return List.of("the CLI refuses the files");
        }
        List<String> names = list.text().lines().toList();
        if (!names.equals(List.copyOf(book.profiles().keySet()))) {
            differences.add("profiles: " + names + " and " + book.profiles().keySet());
        }
        for (String name : names) {
            Optional<Profile> profile = book.profile(name);
            for (String value : values) {
                String theirs =
                        witness.run(environment, "configure", "get", value, "--profile", name)
                                .text();
                String ours =
                        profile.flatMap(p -> p.value(value)).map(text -> text + "\n").orElse("");
                if (!theirs.equals(ours)) {
                    differences.add(name + "." + value + ": " + theirs + " and " + ours);
                }
            }
            String theirStyle =
                    witness.run(
                                    environment,
                                    "configure",
                                    "get",
                                    "s3.addressing_style",
                                    "--profile",
                                    name)
                            .text()
                            .strip();
            String ourStyle = profile.flatMap(p -> p.nested("s3", "addressing_style")).orElse("");
            if (!theirStyle.equals(ourStyle)) {
                differences.add(name + " s3: " + theirStyle + " and " + ourStyle);
            }
            sameKeys(book, name, environment).ifPresent(differences::add);
        }
        return differences;
    }

    /** Whose keys, by the names that the AWS CLI has for it. */
    private Optional<String> sameKeys(
            ProfileBook book, String name, Map<String, String> environment) throws IOException {
        AwsWitness.Said said = witness.run(environment, "method", name);
        String theirs = said.worked() ? said.text().strip() : "error";
        boolean same =
                switch (new KeyPlanner(book, Map.of()).plan(name)) {
                    case KeyPlan.Faulty(PlanFault fault) ->
                            theirs.equals("error")
                                    == (fault.kind() != PlanFault.Kind.NOTHING
                                            && !theirs.equals("None"));
                    case KeyPlan.Found(KeyOrigin origin) -> isSame(origin, theirs);
                };
        return same
                ? Optional.empty()
                : Optional.of(name + ": " + theirs + " and " + kind(book, name));
    }

    private static boolean isSame(KeyOrigin origin, String theirs) {
        return switch (origin) {
            case KeyOrigin.Fixed(var keys) ->
                    theirs.equals("shared-credentials-file " + keys.accessKeyId())
                            || theirs.equals("config-file " + keys.accessKeyId());
            case KeyOrigin.Program _ -> theirs.equals("custom-process AKIAPROGRAM");
            case KeyOrigin.Role _ -> theirs.equals("assume-role");
            case KeyOrigin.TokenFile _ -> theirs.equals("assume-role-with-web-identity");
            case KeyOrigin.SingleSignOn _ -> theirs.equals("sso");
            default -> false;
        };
    }

    private static String kind(ProfileBook book, String name) {
        return switch (new KeyPlanner(book, Map.of()).plan(name)) {
            case KeyPlan.Faulty _ -> "Faulty";
            case KeyPlan.Found(KeyOrigin origin) -> origin.getClass().getSimpleName();
        };
    }
}
