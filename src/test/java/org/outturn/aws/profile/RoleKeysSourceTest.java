package org.outturn.aws.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.outturn.aws.S3StoreOpener;
import org.outturn.connection.CodePrompt;
import org.outturn.failure.Failure;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.Failures;
import org.outturn.storage.ObjectStore;

/** What keys come from: another profile, a token file, variables, fresh keys in a file. */
class RoleKeysSourceTest extends RoleKeysTestBase {
    @Test
    void otherFirstKeysAreSomebodyElse() throws IOException {
        sts.directory().user("AKIAOTHER", "secret-of-other");
        config(role());
        ProfileKeys keys = keys(CodePrompt.NOBODY);
        given("r", keys);

        config(
                role().replace("AKIABASE", "AKIAOTHER")
                        .replace("secret-of-base", "secret-of-other"));
        given("r", keys);

        assertThat(roleRequests()).isEqualTo(2);
        assertThat(sts.requests().getLast().headers().getFirst("Authorization"))
                .contains("AKIAOTHER");
    }

    @Test
    void aTokenFileIsReadEachTime() throws IOException {
        Path token = Files.writeString(home.resolve("token"), "first.web.token\n");
        sts.sts().webIdentity(ROLE, "first.web.token");
        config(
                base()
                        + """
                        [profile w]
                        role_arn = %s
                        web_identity_token_file = ~/token
                        services = here
                        """
                                .formatted(ROLE));
        assertThat(given("w", keys(CodePrompt.NOBODY))).isEqualTo("ASIASESSION");
        assertThat(secrets).contains("first.web.token");

        Files.writeString(token, "second.web.token");
        Failures.expect(Failure.SignInRejected.class, () -> given("w", keys(CodePrompt.NOBODY)));

        Files.delete(token);
        Failures.expect(Failure.LocalFile.class, () -> given("w", keys(CodePrompt.NOBODY)));
    }

    @Test
    void theVariablesOfAPodAreEnough() throws IOException {
        Files.writeString(home.resolve("token"), "pod.web.token");
        sts.sts().webIdentity(ROLE, "pod.web.token");
        environment.put("AWS_ROLE_ARN", ROLE);
        environment.put("AWS_WEB_IDENTITY_TOKEN_FILE", home.resolve("token").toString());
        environment.put("AWS_ENDPOINT_URL_STS", sts.endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_S3", server.endpoint().toString());
        environment.put("AWS_REGION", server.region());

        try (ObjectStore store =
                new S3StoreOpener(keys(CodePrompt.NOBODY), Bandwidth.unlimited())
                        .open(connection("Environment"))) {
            assertThat(store.buckets()).isEmpty();
        }
    }

    @Test
    void theVariablesMayBeWhatTheRoleIsTakenWith() throws IOException {
        environment.put("AWS_ACCESS_KEY_ID", "AKIABASE");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret-of-base");
        environment.put("AWS_ENDPOINT_URL_STS", sts.endpoint().toString());
        config("[profile r]\nrole_arn = " + ROLE + "\ncredential_source = Environment\n");

        assertThat(given("r", keys(CodePrompt.NOBODY))).isEqualTo("ASIASESSION");
    }

    @Test
    void freshKeysInTheFileAreUsedAtOnce() throws IOException {
        config(
                "[services here]\ns3 =\n  endpoint_url = "
                        + server.endpoint()
                        + "\n[profile f]\nservices = here\n");
        write(
                "credentials",
                "[f]\naws_access_key_id = ASIASESSION\naws_secret_access_key = stale\n");

        try (ObjectStore store = open("f", keys(CodePrompt.NOBODY))) {
            Failures.expect(Failure.SignInRejected.class, store::buckets);
            write(
                    "credentials",
                    """
                    [f]
                    aws_access_key_id = ASIASESSION
                    aws_secret_access_key = %s
                    aws_session_token = %s
                    """
                            .formatted(SESSION_SECRET, SESSION_TOKEN));
            assertThat(store.buckets()).isEmpty();
        }
        assertThat(secrets).contains("stale", SESSION_SECRET, SESSION_TOKEN);
    }
}
