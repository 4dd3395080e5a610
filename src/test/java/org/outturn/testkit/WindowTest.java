package org.outturn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Credentials;
import org.outturn.connection.OpenConnection;
import org.outturn.connection.SignIn;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;
import org.outturn.storage.ServerUnderTest;
import org.outturn.storage.TestBucket;

/**
 * Tests of the program in its window, on a server in this process. Window and server last for all
 * tests of a class, so each test keeps to a folder of its own.
 */
@ExtendWith(PictureOfFailure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class WindowTest {
    protected static final String BUCKET = "outputs";
    protected static final Instant MODIFIED = Instant.parse("2026-11-01T12:00:00Z");

    protected SampleServer server;
    protected ProgramWindow window;

    @BeforeAll
    void startProgram(@TempDir Path home, @TempDir Path stored) throws IOException {
        server = SampleServer.start(stored, options());
        server.store().createBucket(BUCKET);
        fill();
        prepare(home);
        window = ProgramWindow.show(home, Clock.systemDefaultZone(), environment());
    }

    @AfterAll
    void endProgram() throws IOException {
        window.close();
        server.close();
    }

    @AfterEach
    void nothingWentUnnoticed() {
        assertThat(window.uncaught()).isEmpty();
    }

    /** How the server is to behave. */
    protected SampleOptions options() {
        return SampleOptions.DEFAULTS;
    }

    /** The variables that the program sees. */
    protected Map<String, String> environment() {
        return Map.of();
    }

    /** Puts objects before the window is shown. */
    protected void fill() throws IOException {}

    /**
     * Writes into the operator's home before the program starts. There is a profile of the server,
     * because without any the sample would open by itself.
     */
    protected void prepare(Path home) throws IOException {
        Path aws = Files.createDirectories(home.resolve(".aws"));
        Files.writeString(
                aws.resolve("config"),
                """
                [profile pipeline]
                region = %s
                endpoint_url = %s

                [profile elsewhere]
                region = eu-central-1
                sso_start_url = https://example.com/start
                sso_region = eu-central-1
                """
                        .formatted(server.region(), server.endpoint()));
        Files.writeString(
                aws.resolve("credentials"),
                """
                [pipeline]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                """
                        .formatted(server.accessKey(), server.secretKey()));
    }

    /** Opens the server by the form. */
    protected void connect() {
        window.start().open(server);
        window.browser().at(BUCKET, "");
    }

    /** Opens the server with another of its keys. */
    protected void connectAs(SampleKey key) {
        window.start().show().fill(server.endpoint(), server.region(), key).connect();
        window.node(".object-table");
        window.browser().at(BUCKET, "");
    }

    /** The same, unless it is what is open already. */
    protected void connectUnlessConnected() {
        OpenConnection open = Fx.get(() -> window.models().main().openProperty().get());
        boolean mine =
                open != null
                        && open.connection().signIn() instanceof SignIn.Keys(Credentials keys)
                        && keys.accessKeyId().equals(server.accessKey());
        if (!mine) {
            connect();
        }
    }

    /** Goes to a folder of the bucket and waits until it is listed. */
    protected BrowserPane go(String prefix) {
        window.goTo("s3://" + BUCKET + "/" + prefix);
        return window.browser().at(BUCKET, prefix);
    }

    protected void put(String key, byte[] content, ObjectAttributes attributes, Instant modified) {
        try {
            var stored = server.store().content(content);
            server.store().put(BUCKET, key, stored, attributes, modified);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected void put(String key, byte[] content, ObjectAttributes attributes) {
        put(key, content, attributes, MODIFIED);
    }

    protected void put(String key, String content) {
        put(key, content.getBytes(StandardCharsets.UTF_8), ObjectAttributes.of("text/plain"));
    }

    /** Many small objects with one content, as fast as the store can. */
    protected void putMany(int count, IntFunction<String> key) {
        try {
            var stored = server.store().content(new byte[] {1, 2, 3});
            for (int i = 0; i < count; i++) {
                server.store()
                        .put(BUCKET, key.apply(i), stored, ObjectAttributes.UNTYPED, MODIFIED);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys below a prefix, asked past the window. */
    protected List<String> storedKeys(String prefix) {
        var keys = new ArrayList<String>();
        try (ObjectStore store = openStore()) {
            store.list(
                    new Prefix(BUCKET, prefix),
                    "",
                    "",
                    Cancellation.never(),
                    page -> page.objects().forEach(entry -> keys.add(entry.key())));
        }
        return keys;
    }

    /** The content of an object, asked past the window. */
    protected byte[] storedContent(String key) {
        try (ObjectStore store = openStore()) {
            return store.read(new ObjectAddress(BUCKET, key), 0, 64 << 20, Cancellation.never());
        }
    }

    /** Asks the server past the window. */
    protected <T> T asked(Function<ObjectStore, T> question) {
        try (ObjectStore store = openStore()) {
            return question.apply(store);
        }
    }

    private ObjectStore openStore() {
        var keys = new Credentials(server.accessKey(), server.secretKey(), "");
        return TestBucket.open(
                new ServerUnderTest(server.endpoint(), server.region(), keys, true).connection());
    }
}
