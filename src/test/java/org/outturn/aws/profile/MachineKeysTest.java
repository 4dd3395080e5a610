package org.outturn.aws.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outturn.aws.S3StoreOpener;
import org.outturn.connection.CodePrompt;
import org.outturn.connection.Connection;
import org.outturn.connection.SignIn;
import org.outturn.connection.profile.ProfileSource;
import org.outturn.failure.FailureException;
import org.outturn.failure.SignInFailure;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.Failures;
import org.outturn.storage.ObjectStore;

/**
 * The metadata service of a cloud machine (EC2 user guide, "Use IMDSv2"): a stand-in at its address
 * sees nobody, unless somebody asked for it.
 */
class MachineKeysTest extends KeysTestBase {
    private static final String PROPERTY = "aws.ec2MetadataServiceEndpoint";
    private static final String OFF = "aws.disableEc2Metadata";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer metadata;
    private final Map<String, String> before = new HashMap<>();

    @BeforeEach
    void startMetadata() throws IOException {
        metadata = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        metadata.createContext("/", this::answer);
        metadata.start();
        // wherever the SDK would ask by itself, also where the variables of this machine say no
        set(PROPERTY, address().toString());
        set(OFF, "false");
    }

    @AfterEach
    void stopMetadata() {
        metadata.stop(0);
        for (String name : List.of(PROPERTY, OFF)) {
            if (before.containsKey(name)) {
                System.setProperty(name, before.get(name));
            } else {
                System.clearProperty(name);
            }
        }
    }

    private void set(String name, String value) {
        String old = System.setProperty(name, value);
        if (old != null) {
            before.put(name, old);
        }
    }

    @Test
    void nobodyAsksTheMachineUnasked() throws IOException {
        Files.writeString(home.resolve("token"), "web.token");
        config(
                base()
                        + """
                        [default]
                        [profile nothing]
                        region = eu-west-1
                        [profile machine]
                        role_arn = %1$s
                        credential_source = Ec2InstanceMetadata
                        [profile through-machine]
                        role_arn = %1$s
                        source_profile = machine
                        [profile container]
                        role_arn = %1$s
                        credential_source = EcsContainer
                        [profile program]
                        credential_process = no-such-program-anywhere
                        endpoint_url = %2$s
                        [profile role]
                        role_arn = %1$s
                        source_profile = base
                        services = here
                        [profile web]
                        role_arn = %1$s
                        web_identity_token_file = ~/token
                        services = here
                        [profile sso]
                        sso_start_url = https://no-such-start.example/start
                        sso_region = us-east-1
                        sso_account_id = 111122223333
                        sso_role_name = reader
                        endpoint_url = %2$s
                        [profile login]
                        login_session = arn:aws:iam::111122223333:user/me
                        endpoint_url = %2$s
                        """
                                .formatted(ROLE, server.endpoint()));

        List<Connection> all = new ProfileSource(files(), environment).find().connections();
        assertThat(all).hasSize(9);
        for (Connection one : all) {
            tryToList(one);
        }
        for (String name : List.of("machine", "through-machine", "container")) {
            Failures.expect(
                    SignInFailure.MachineNotAsked.class, () -> open(name, keys(CodePrompt.NOBODY)));
        }

        assertThat(asked).isEmpty();
    }

    private void tryToList(Connection one) {
        // what AWS itself would have to answer is asked of nobody
        Connection here =
                new Connection(
                        one.identity(),
                        one.name(),
                        one.mark(),
                        one.endpoint().or(() -> Optional.of(server.endpoint())),
                        one.region(),
                        one.addressing(),
                        one.signIn(),
                        one.pinned(),
                        one.server());
        try (ObjectStore store =
                new S3StoreOpener(keys(CodePrompt.NOBODY), Bandwidth.unlimited()).open(here)) {
            store.buckets();
        } catch (FailureException e) {
            assertThat(e.failure()).isNotNull();
        }
    }

    @Test
    void aConnectionMayAskForTheMachine() {
        try (ObjectStore store =
                new S3StoreOpener(keys(CodePrompt.NOBODY), Bandwidth.unlimited())
                        .open(to(new SignIn.Machine(), server.endpoint()))) {
            assertThat(store.buckets()).isEmpty();
        }

        assertThat(asked)
                .containsExactly(
                        "PUT /latest/api/token",
                        "GET /latest/meta-data/iam/security-credentials/",
                        "GET /latest/meta-data/iam/security-credentials/of-this-machine");
        assertThat(secrets).contains(SESSION_SECRET, SESSION_TOKEN);
    }

    @Test
    void aProfileMayAskForTheMachineWhereSomebodySaysSo() throws IOException {
        sts.directory().user("ASIASESSION", SESSION_SECRET);
        config(
                base()
                        + """
                        [profile machine]
                        role_arn = %s
                        credential_source = Ec2InstanceMetadata
                        services = here
                        """
                                .formatted(ROLE));

        try (ObjectStore store =
                open("machine", keys(CodePrompt.NOBODY, Clock.systemUTC(), () -> true))) {
            assertThat(store.buckets()).isEmpty();
        }

        assertThat(asked).isNotEmpty();
        assertThat(roleRequests()).isEqualTo(1);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + metadata.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        String path = exchange.getRequestURI().getPath();
        String body =
                path.endsWith("/token")
                        ? "metadata-token"
                        : path.endsWith("/security-credentials/")
                                ? "of-this-machine"
                                : path.endsWith("/of-this-machine")
                                        ? """
                                        {"Code": "Success", "Type": "AWS-HMAC",
                                         "AccessKeyId": "ASIASESSION", "SecretAccessKey": "%s",
                                         "Token": "%s", "Expiration": "2999-01-01T00:00:00Z"}
                                        """
                                                .formatted(SESSION_SECRET, SESSION_TOKEN)
                                        : "";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (path.endsWith("/token")) {
            exchange.getResponseHeaders().set("x-aws-ec2-metadata-token-ttl-seconds", "21600");
        }
        exchange.sendResponseHeaders(
                bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
