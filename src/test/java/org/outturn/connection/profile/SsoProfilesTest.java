package org.outturn.connection.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Addressing;
import org.outturn.connection.Connection;
import org.outturn.connection.Credentials;
import org.outturn.connection.SignIn;
import org.outturn.connection.SsoSession;
import org.outturn.connection.sso.SsoNeed;

class SsoProfilesTest {
    private static final SsoSession SESSION =
            new SsoSession(
                    "my-sso",
                    "https://example.com/start",
                    "eu-central-1",
                    List.of("sso:account:access", "other:scope"));

    @TempDir Path folder;
    private SsoProfiles profiles;

    @BeforeEach
    void write() throws IOException {
        Path config =
                Files.writeString(
                        folder.resolve("config"),
                        """
                        [sso-session my-sso]
                        sso_start_url = https://example.com/start
                        sso_region = eu-central-1
                        sso_registration_scopes = sso:account:access , other:scope,

                        [sso-session half]
                        sso_start_url = https://example.com/start

                        [profile whole]
                        sso_session = my-sso
                        sso_account_id = 111122223333
                        sso_role_name = reader

                        [profile open]
                        sso_session = my-sso

                        [profile legacy]
                        sso_start_url = https://example.com/legacy
                        sso_region = us-east-1
                        sso_account_id = 111122223333
                        sso_role_name = reader

                        [profile above]
                        role_arn = arn:aws:iam::111122223333:role/above
                        source_profile = whole

                        [profile above-open]
                        role_arn = arn:aws:iam::111122223333:role/above
                        source_profile = open

                        [profile loop]
                        role_arn = arn:aws:iam::111122223333:role/loop
                        source_profile = loop

                        [profile lost]
                        sso_session = nowhere

                        [profile unfinished]
                        sso_session = half

                        [profile keys]
                        aws_access_key_id = AKIAEXAMPLE
                        aws_secret_access_key = a-secret
                        """);
        profiles =
                new SsoProfiles(
                        new ProfileFiles(config, folder.resolve("credentials"), folder), Map.of());
    }

    private Optional<SignIn.SingleSignOn> direct(String profile) {
        return need(profile).flatMap(SsoNeed::complete);
    }

    private Optional<SsoNeed> need(String profile) {
        return profiles.of(connection(new SignIn.Profile(profile)));
    }

    private static Connection connection(SignIn signIn) {
        return new Connection(
                "any", Optional.empty(), "us-east-1", Addressing.AUTO, signIn, Optional.empty());
    }

    @Test
    void aSessionIsReadWithItsScopes() {
        assertThat(need("whole"))
                .contains(new SsoNeed(SESSION, Optional.of("111122223333"), Optional.of("reader")));
        assertThat(direct("whole"))
                .contains(new SignIn.SingleSignOn(SESSION, "111122223333", "reader"));
    }

    @Test
    void whatIsNotNamedIsPicked() {
        assertThat(need("open")).contains(new SsoNeed(SESSION, Optional.empty(), Optional.empty()));
        assertThat(direct("open")).isEmpty();
    }

    @Test
    void theLegacyFormHasNoSession() {
        var legacy = new SsoSession("", "https://example.com/legacy", "us-east-1", List.of());
        assertThat(direct("legacy"))
                .contains(new SignIn.SingleSignOn(legacy, "111122223333", "reader"));
    }

    @Test
    void aRoleOnTopNeedsTheSignInBelow() {
        assertThat(need("above"))
                .contains(new SsoNeed(SESSION, Optional.of("111122223333"), Optional.of("reader")));
        // picking would lose the role on top
        assertThat(need("above-open")).isEmpty();
    }

    @Test
    void whatIsNoSignInNeedsNone() {
        assertThat(need("keys")).isEmpty();
        assertThat(need("loop")).isEmpty();
        assertThat(need("lost")).isEmpty();
        assertThat(need("unfinished")).isEmpty();
        assertThat(need("absent")).isEmpty();
        assertThat(profiles.of(connection(new SignIn.Keys(new Credentials("a", "b", "")))))
                .isEmpty();
        assertThat(profiles.of(connection(new SignIn.SingleSignOn(SESSION, "1", "r")))).isPresent();
    }

    @Test
    void aBrokenFileNeedsNone() throws IOException {
        Files.writeString(folder.resolve("config"), "[profile whole\nsso_session my-sso\n");
        assertThat(need("whole")).isEmpty();
    }
}
