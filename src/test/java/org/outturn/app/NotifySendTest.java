package org.outturn.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in is a shell script")
class NotifySendTest {
    @TempDir private Path folder;

    @Test
    void wordsAreHandedOverAsTheyAre() throws IOException {
        Path told = folder.resolve("told");
        Path program =
                Files.writeString(
                        folder.resolve("send"),
                        """
                        #!/bin/sh
                        printf '<%s>' "$@" > "$0.part"
                        mv "$0.part" "$(dirname "$0")/told"
                        """);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));

        new NotifySend(program.toString()).tell("Outturn", "--help; $(id) · 2 failed");

        await().until(() -> Files.exists(told));
        assertThat(told).hasContent("<--app-name=Outturn><--><Outturn><--help; $(id) · 2 failed>");
    }
}
