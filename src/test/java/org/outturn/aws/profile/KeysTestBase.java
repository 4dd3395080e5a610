package org.outturn.aws.profile;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.aws.S3StoreOpener;
import org.outturn.aws.sso.NobodySignedIn;
import org.outturn.connection.Addressing;
import org.outturn.connection.CodePrompt;
import org.outturn.connection.Connection;
import org.outturn.connection.SignIn;
import org.outturn.connection.profile.ProfileFiles;
import org.outturn.connection.profile.ProfileSource;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.signin.IssuedKeys;
import org.outturn.signin.SignInStandIn;
import org.outturn.storage.Bandwidth;
import org.outturn.storage.ObjectStore;

/** A server that takes one session's keys alone, and a token service that gives them. */
abstract class KeysTestBase {
    static final String ROLE = "arn:aws:iam::111122223333:role/reader";
    static final String SESSION_SECRET = "secret-of-the-session";
    static final String SESSION_TOKEN = "token-of-the-session";

    @TempDir Path home;
    final List<String> secrets = new CopyOnWriteArrayList<>();
    final Map<String, String> environment = new HashMap<>();
    SignInStandIn sts;
    SampleServer server;

    @BeforeEach
    void startServers() throws IOException {
        SampleKey key = SampleKey.of("ASIASESSION", SESSION_SECRET).inSession(SESSION_TOKEN, null);
        server = SampleServer.start(home.resolve("server"), SampleOptions.DEFAULTS.withKey(key));
        sts = new SignInStandIn();
        sts.directory().user("AKIABASE", "secret-of-base");
        sts.sts().keys(until -> IssuedKeys.of(key, until));
    }

    @AfterEach
    void stopServers() throws IOException {
        sts.close();
        server.close();
    }

    /** The profile that roles are taken with, and the addresses of both servers. */
    String base() {
        return """
        [profile base]
        aws_access_key_id = AKIABASE
        aws_secret_access_key = secret-of-base
        [services here]
        s3 =
          endpoint_url = %s
        sts =
          endpoint_url = %s
        """
                .formatted(server.endpoint(), sts.endpoint());
    }

    void config(String text) throws IOException {
        write("config", text);
    }

    void write(String name, String text) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".aws"));
        Path temporary = Files.writeString(folder.resolve(name + ".new"), text);
        Files.move(
                temporary,
                folder.resolve(name),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    Connection connection(String name) {
        return new ProfileSource(files(), environment)
                .find().connections().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    Connection to(SignIn signIn, URI endpoint) {
        return new Connection(
                "typed",
                Optional.of(endpoint),
                server.region(),
                Addressing.PATH,
                signIn,
                Optional.empty());
    }

    ObjectStore open(String name, ProfileKeys keys) {
        return new S3StoreOpener(keys, Bandwidth.unlimited()).open(connection(name));
    }

    ProfileKeys keys(CodePrompt prompt) {
        return keys(prompt, Clock.systemUTC(), () -> false);
    }

    ProfileKeys keys(CodePrompt prompt, Clock clock, BooleanSupplier machineAskedFor) {
        return new ProfileKeys(
                new KeyWorld(
                        files(),
                        environment,
                        prompt,
                        NobodySignedIn.in(home),
                        secrets::add,
                        machineAskedFor,
                        clock));
    }

    ProfileFiles files() {
        return ProfileFiles.of(environment, home);
    }

    /** How often a role was asked for. */
    long roleRequests() {
        return sts.requests().stream()
                .filter(one -> one.body().contains("Action=AssumeRole"))
                .count();
    }
}
