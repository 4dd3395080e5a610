package org.outturn.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** With a logging context of its own, so that other tests go on logging. */
class LoggingTest {
    private static final long TWO_MIB = 2 * 1024 * 1024;

    private final LoggerContext context = new LoggerContext();
    private final SecretRedactor redactor = new SecretRedactor();
    private final Logger logger = context.getLogger(LoggingTest.class);

    @TempDir Path folder;

    @BeforeEach
    void likeTheOneThatSlf4jMakes() {
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void noSecretOfAnExceptionOrItsCausesGetsIntoTheFile() throws IOException {
        try (Logging logging = Logging.start(context, folder.resolve("logs"), redactor)) {
            redactor.hide("told-at-run-time-MARK");
            Exception cause =
                    new IOException(
                            "403\nAuthorization: AWS4-HMAC-SHA256 MARK\nx-amz-security-token: MARK");
            cause.addSuppressed(new IOException("https://h/k?X-Amz-Signature=MARK"));
            logger.error(
                    "PUT {} with {}",
                    "http://h/k?Signature=MARK",
                    "told-at-run-time-MARK",
                    new IllegalStateException("secretKey=MARK", cause));
            assertThat(logging.file()).isEqualTo(folder.resolve("logs/outturn.log"));
        }
        assertThat(folder.resolve("logs/outturn.log"))
                .content()
                .doesNotContain("MARK")
                .contains("ERROR", "PUT http://h/k?[hidden] with [hidden]")
                .contains("IllegalStateException: secretKey=[hidden]")
                .contains("Caused by: java.io.IOException: 403", "Suppressed:")
                .contains("at org.outturn.logging.LoggingTest");
    }

    @Test
    void oneEventCannotPassForTwo() throws IOException {
        try (Logging logging = Logging.start(context, folder, redactor)) {
            logger.info("opened a\r\n2026-11-14T12:00:00.000Z ERROR [main] forged - b\u2028c");
            assertThat(Files.readAllLines(logging.file()))
                    .hasSize(3)
                    .first()
                    .asString()
                    .endsWith(" - opened a");
            assertThat(Files.readAllLines(logging.file()).subList(1, 3))
                    .allMatch(line -> line.startsWith("    "));
        }
    }

    @Test
    void othersAreHeardOnlyWhenTheyWarn() throws IOException {
        try (Logging logging = Logging.start(context, folder, redactor)) {
            logger.debug("too detailed");
            logger.info("ours");
            for (String name :
                    List.of(
                            "software.amazon.awssdk.request",
                            "io.netty.handler.logging",
                            "org.apache.hc.client5.http.wire",
                            "org.apache.hc.client5.http.headers")) {
                context.getLogger(name).info("theirs");
                context.getLogger(name).warn("warned");
            }
            assertThat(Files.readAllLines(logging.file()))
                    .hasSize(5)
                    .noneMatch(line -> line.contains("theirs") || line.contains("detailed"));
        }
    }

    @Test
    void fiveFilesOfTwoMebibytesAtMost() throws IOException {
        String line = "x".repeat(10_000);
        try (Logging logging = Logging.start(context, folder, redactor)) {
            Awaitility.await()
                    .until(() -> {
                        for (int i = 0; i < 100; i++) {
                            logger.info(line);
                        }
                        return Files.exists(folder.resolve("outturn.4.log"));
                    });
            assertThat(logging.file()).exists();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .hasSizeBetween(5, 5)
                    .allMatch(file -> file.toFile().length() < 2 * TWO_MIB);
        }
    }

    @Test
    void whereNoFileCanBeTheTerminalHearsWarnings() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("logs"), "a file");
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(terminal, true, StandardCharsets.UTF_8));
        try (Logging _ = Logging.start(context, inTheWay, redactor)) {
            logger.info("ours");
            logger.warn("warned with secretKey=MARK");
        } finally {
            System.setErr(before);
        }
        assertThat(terminal.toString(StandardCharsets.UTF_8))
                .contains("warned with secretKey=[hidden]")
                .doesNotContain("ours", "MARK");
        assertThat(inTheWay).hasContent("a file");
    }
}
