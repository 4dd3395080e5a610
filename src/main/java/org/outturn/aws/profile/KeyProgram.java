package org.outturn.aws.profile;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.outturn.aws.Redaction;
import org.outturn.connection.profile.CommandLine;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.SignInFailure;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program that prints keys (AWS SDKs and Tools reference guide, "Process credential provider").
 * It is started as the AWS CLI starts it: without a shell.
 */
final class KeyProgram {
    /** It may ask the operator for something in a window of its own. */
    static final Duration TIME = Duration.ofMinutes(1);

    private static final boolean WINDOWS = File.separatorChar == '\\';

    /** Keys are some 2 KiB. */
    private static final int MOST_BYTES = 64 << 10;

    /** What a program complains of may repeat its keys: 40 characters are a secret key. */
    private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9+/=_-]{16,}");

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

    private final String profile;
    private final String command;
    private final Path home;
    private final Duration time;

    KeyProgram(String profile, String command, Path home) {
        this(profile, command, home, TIME);
    }

    KeyProgram(String profile, String command, Path home, Duration time) {
        this.profile = profile;
        this.command = command;
        this.home = home;
        this.time = time;
    }

    /**
     * Runs it and waits.
     *
     * @throws FailureException if it gives no keys, or keys that have ended
     */
    AwsCredentials run() {
        Process process = start();
        Executor threads = task -> Thread.ofVirtual().name("key-program").start(task);
        var out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()), threads);
        var complaint =
                CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), threads);
        try {
            process.getOutputStream().close();
            if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed("it did not end within " + time.toSeconds() + " s");
            }
            String printed = out.get(1, TimeUnit.SECONDS);
            if (process.exitValue() != 0) {
                throw failed(
                        "it ended with "
                                + process.exitValue()
                                + ": "
                                + clean(complaint.get(1, TimeUnit.SECONDS)));
            }
            return keys(printed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("it was interrupted");
        } catch (TimeoutException | IOException e) {
            throw failed("it left something running that holds its output");
        } catch (ExecutionException e) {
            throw failed("what it printed cannot be read");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start() {
        List<String> words = new ArrayList<>(CommandLine.words(command, WINDOWS));
        if (words.isEmpty()) {
            throw failed("there is no program in the line, or a quote is not closed");
        }
        String first = words.getFirst();
        if (first.startsWith("~/")) {
            words.set(0, home.resolve(first.substring(2)).toString());
        }
        try {
            return new ProcessBuilder(words).start();
        } catch (IOException e) {
            // its text repeats the line
            throw failed("it cannot be started");
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            stream.skip(Long.MAX_VALUE);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String clean(String complaint) {
        return LONG_WORD.matcher(Redaction.text(complaint)).replaceAll("***");
    }

    private AwsCredentials keys(String printed) {
        if (printed.length() > MOST_BYTES) {
            throw failed("it printed more than keys");
        }
        JsonNode all;
        try {
            all = JSON.readTree(printed);
        } catch (JacksonException e) {
            throw failed("what it printed is not JSON");
        }
        JsonNode version = all.path("Version");
        if (!version.isInt() || version.asInt() != 1) {
            throw failed("what it printed is not of version 1");
        }
        String id = said(all, "AccessKeyId");
        String secret = said(all, "SecretAccessKey");
        String token = all.path("SessionToken").asString("");
        if (token.isBlank()) {
            return AwsBasicCredentials.create(id, secret);
        }
        var session =
                AwsSessionCredentials.builder()
                        .accessKeyId(id)
                        .secretAccessKey(secret)
                        .sessionToken(token);
        String end = all.path("Expiration").asString("");
        return end.isBlank() ? session.build() : session.expirationTime(end(end)).build();
    }

    private String said(JsonNode all, String name) {
        String text = all.path(name).asString("");
        if (text.isBlank()) {
            throw failed("what it printed has no " + name);
        }
        return text;
    }

    private Instant end(String text) {
        Instant end;
        try {
            end = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw failed("the end of the keys is no time");
        }
        if (!end.isAfter(Instant.now())) {
            throw Wrong.failure(
                    profile, "the keys that it printed ended " + end, Failure.SignInExpired::new);
        }
        return end;
    }

    private FailureException failed(String why) {
        return Wrong.failure(profile, why, SignInFailure.ProgramFailed::new);
    }
}
