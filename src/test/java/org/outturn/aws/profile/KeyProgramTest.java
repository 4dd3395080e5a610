package org.outturn.aws.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.failure.Failure;
import org.outturn.failure.SignInFailure;
import org.outturn.storage.Failures;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Real programs. */
@DisabledOnOs(OS.WINDOWS)
class KeyProgramTest {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzEXAMPLE1";

    @TempDir private Path home;

    @Test
    void keysWithoutAnEnd() throws IOException {
        AwsCredentials keys =
                program("echo '{\"Version\":1,\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"b\"}'")
                        .run();

        assertThat(keys.accessKeyId()).isEqualTo("A");
        assertThat(keys).isNotInstanceOf(AwsSessionCredentials.class);
    }

    @Test
    void argumentsAreSplitAsAShellWould() throws IOException {
        Path script =
                script(
                        """
                        printf '{"Version":1,"AccessKeyId":"%s","SecretAccessKey":"%s"}' "$1" "$2"
                        """);

        AwsCredentials keys =
                new KeyProgram("p", "'" + script + "' \"two words\" a\\ b | ignored", home).run();

        assertThat(keys.accessKeyId()).isEqualTo("two words");
        assertThat(keys.secretAccessKey()).isEqualTo("a b");
    }

    @Test
    void aProgramBelowTheHomeFolder() throws IOException {
        script("echo '{\"Version\":1,\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"b\"}'");

        assertThat(new KeyProgram("p", "~/program", home).run().accessKeyId()).isEqualTo("A");
    }

    @Test
    void theEndIsReadWithAnyOffset() throws IOException {
        var keys =
                (AwsSessionCredentials)
                        program(
                                        """
                                        echo '{"Version":1,"AccessKeyId":"A","SecretAccessKey":"b",
                                        "SessionToken":"c","Expiration":"2999-01-01T01:00:00+01:00"}'
                                        """)
                                .run();

        assertThat(keys.expirationTime()).contains(Instant.parse("2999-01-01T00:00:00Z"));
    }

    @Test
    void keysThatHaveEndedAreNone() throws IOException {
        KeyProgram program =
                program(
                        """
                        echo '{"Version":1,"AccessKeyId":"A","SecretAccessKey":"b",
                        "SessionToken":"c","Expiration":"2001-01-01T00:00:00Z"}'
                        """);

        Failures.expect(Failure.SignInExpired.class, program::run);
    }

    @Test
    void whatAProgramComplainsOfIsToldWithoutItsKeys() throws IOException {
        KeyProgram program = program("echo 'log in first, the key was " + SECRET + "' >&2\nexit 3");

        Failure failure = Failures.expect(SignInFailure.ProgramFailed.class, program::run);

        assertThat(failure.technical().detail())
                .contains("it ended with 3", "log in first")
                .doesNotContain(SECRET.substring(0, 12));
    }

    @Test
    void otherVersionsAndOtherTextAreRefused() throws IOException {
        for (String printed :
                new String[] {
                    "{\"Version\":2,\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"" + SECRET + "\"}",
                    "{\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"" + SECRET + "\"}",
                    "{\"Version\":1,\"SecretAccessKey\":\"" + SECRET + "\"}",
                    "{\"Version\":1,\"AccessKeyId\":\"A\"}",
                    "{\"Version\":1,\"AccessKeyId\":\"A\",\"SecretAccessKey\":\""
                            + SECRET
                            + "\",\"SessionToken\":\"t\",\"Expiration\":\"soon\"}",
                    SECRET,
                    ""
                }) {
            KeyProgram program = program("cat <<'END'\n" + printed + "\nEND");

            Failure failure = Failures.expect(SignInFailure.ProgramFailed.class, program::run);

            assertThat(failure.toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void aProgramThatDoesNotEndIsEnded() throws IOException {
        Path script = script("sleep 60 &\nsleep 60");
        var program = new KeyProgram("p", script.toString(), home, Duration.ofMillis(400));
        long began = System.nanoTime();

        Failures.expect(SignInFailure.ProgramFailed.class, program::run);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
        assertThat(ProcessHandle.current().descendants())
                .noneMatch(child -> child.info().commandLine().orElse("").contains("sleep 60"));
    }

    @Test
    void aProgramThatPrintsWithoutEndIsBounded() throws IOException {
        Path script = script("head -c 5000000 /dev/zero | tr '\\0' a");

        Failures.expect(
                SignInFailure.ProgramFailed.class,
                new KeyProgram("p", script.toString(), home)::run);
    }

    @Test
    void aLineThatNamesNoProgram() {
        for (String line : new String[] {"", "   ", "'open", "no-such-program-anywhere --x"}) {
            Failures.expect(
                    SignInFailure.ProgramFailed.class, new KeyProgram("p", line, home)::run);
        }
    }

    private KeyProgram program(String lines) throws IOException {
        return new KeyProgram("p", script(lines).toString(), home);
    }

    private Path script(String lines) throws IOException {
        Path file = home.resolve("program");
        Files.writeString(file, "#!/bin/sh\n" + lines + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
