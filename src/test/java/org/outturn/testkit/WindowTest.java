package org.outturn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;

/**
 * Tests of the program in its window, on a server in this process. Window and server last for all
 * tests of a class, so each test keeps to a folder of its own.
 */
@ExtendWith(PictureOfFailure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class WindowTest {
    protected static final String BUCKET = "outputs";

    protected SampleServer server;
    protected ProgramWindow window;

    @BeforeAll
    void startProgram(@TempDir Path home, @TempDir Path stored) throws IOException {
        server = SampleServer.start(stored, options());
        server.store().createBucket(BUCKET);
        fill();
        window = ProgramWindow.show(prepare(home));
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

    /** Puts objects before the window is shown. */
    protected void fill() throws IOException {}

    /** Writes into the operator's home before the program starts, and returns it. */
    protected Path prepare(Path home) throws IOException {
        return home;
    }

    protected void put(String key, byte[] content, ObjectAttributes attributes) {
        try {
            server.store()
                    .put(
                            BUCKET,
                            key,
                            server.store().content(content),
                            attributes,
                            Instant.parse("2026-11-01T12:00:00Z"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    protected void put(String key, String content) {
        put(
                key,
                content.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                ObjectAttributes.of("text/plain"));
    }
}
