package org.outturn.connection.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.outturn.connection.Connection;
import org.outturn.connection.Found;

/** Profiles that cannot be used, and the line that says so. */
class ProfileSourceTroubleTest extends ProfileSourceTestBase {
    @Test
    void aBrokenLineIsNamedAndHidesNothing() throws IOException {
        config("[profile fine]\nrole_arn = arn:aws:iam::111122223333:role/r\nsource_profile = k\n");
        credentials(
                """
                [k]
                aws_access_key_id = A
                this line says nothing
                aws_secret_access_key = b
                [broken
                aws_access_key_id = C
                aws_secret_access_key = d
                [after]
                aws_access_key_id = E
                aws_secret_access_key = f
                """);

        Found found = found(Map.of());

        assertThat(found.connections())
                .extracting(Connection::name)
                .containsExactly("fine", "k", "after");
        assertThat(found.troubles())
                .containsExactly(
                        trouble("credentials", 3, "profiles.line.broken", "k"),
                        trouble("credentials", 5, "profiles.header.broken"));
    }

    @Test
    void aProfileThatCannotBeFollowedIsNamedByItsLine() throws IOException {
        config(
                """
                [profile a]
                role_arn = arn:aws:iam::111122223333:role/r
                source_profile = b
                [profile b]
                role_arn = arn:aws:iam::111122223333:role/r
                source_profile = a
                [profile c]
                role_arn = arn:aws:iam::111122223333:role/r
                source_profile = nobody
                [profile d]
                sso_session = gone
                sso_account_id = 111122223333
                sso_role_name = r
                [profile e]
                role_arn = arn:aws:iam::111122223333:role/r
                [profile f]
                credential_process = /opt/keys
                """);
        credentials("[g]\naws_access_key_id = A\n");

        Found found = found(Map.of());

        assertThat(found.connections()).extracting(Connection::name).containsExactly("f");
        assertThat(found.troubles())
                .containsExactly(
                        trouble("config", 6, "profiles.plan.loop", "a", "a"),
                        trouble("config", 3, "profiles.plan.loop", "b", "b"),
                        trouble("config", 9, "profiles.plan.sourceGone", "c", "nobody"),
                        trouble("config", 11, "profiles.plan.sessionGone", "d", "gone"),
                        trouble("config", 15, "profiles.plan.lacks", "e", "source_profile"),
                        trouble(
                                "credentials",
                                2,
                                "profiles.plan.lacks",
                                "g",
                                "aws_secret_access_key"));
    }

    @Test
    void aProfileDoesNotOpenAnotherServerThanItNames() throws IOException {
        config(
                """
                [profile a]
                credential_process = /opt/keys
                services = gone
                [profile b]
                credential_process = /opt/keys
                endpoint_url = s3.example:9000
                """);

        Found found = found(Map.of());

        assertThat(found.connections()).isEmpty();
        assertThat(found.troubles())
                .containsExactly(
                        trouble("config", 3, "profiles.services", "a", "gone"),
                        trouble("config", 6, "profiles.endpoint", "b"));
    }

    @Test
    void aProfileWithAnImpossibleEndpointIsLeftOut() throws IOException {
        credentials(
                """
                [wrong]
                aws_access_key_id = A
                aws_secret_access_key = b
                endpoint_url = ftp://example
                [right]
                aws_access_key_id = A
                aws_secret_access_key = b
                """);

        assertThat(connections(Map.of())).extracting(Connection::name).containsExactly("right");
    }
}
