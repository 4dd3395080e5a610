package org.outturn.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.journal.JournalFile;
import org.outturn.journal.OpenedJournal;
import org.outturn.storage.ServerUnderTest;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/**
 * Rounds of: upload 200 small and 3 large files, be killed (SIGKILL) at random moments, start again
 * until done. Then every object is its file, stored once, no part is left and the journal is whole.
 *
 * <p>{@code -Dkill.rounds=100} for more rounds, {@code -Dkill.large=209715200} for other sizes.
 */
@EnabledIfEnvironmentVariable(named = "OUTTURN_TEST_ENDPOINT", matches = "http.+")
class KillTest {
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 2);
    private static final long LARGE = Long.getLong("kill.large", 200L << 20);
    private static final int MOST_KILLS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir private Path folder;
    private final ServerUnderTest server = ServerUnderTest.given(System.getenv()).orElseThrow();

    /** How long the program took the last time that it came to its end, in milliseconds. */
    private long usual = 8_000;

    private final List<String> report = new ArrayList<>(List.of(""));

    @Test
    void nothingIsLostAndNothingIsDoneTwice() throws Exception {
        var files = new SourceFiles(folder.resolve("job"));
        for (int i = 0; i < 200; i++) {
            files.write("small/page %03d.json".formatted(i), i * 37L, i);
        }
        for (int i = 0; i < 3; i++) {
            files.write("large " + i + ".bin", LARGE + i, 1_000 + i);
        }
        int kills = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            kills += round(round, files);
            report.set(0, "%d rounds, %d kills".formatted(round, kills));
            Files.write(Files.createDirectories(Path.of("target")).resolve("kill.txt"), report);
        }
        assertThat(kills).isPositive();
    }

    private int round(int round, SourceFiles files) throws Exception {
        Path journal = folder.resolve("state-" + round).resolve("queue.db");
        try (var bucket = new VersionedBucket(server)) {
            int kills = 0;
            boolean ended = false;
            while (!ended) {
                Process program = start(files, journal, bucket, round);
                boolean mayKill = kills < MOST_KILLS;
                long wait = mayKill ? randomMoment() : PATIENCE.toMillis();
                long began = System.nanoTime();
                ended = program.waitFor(wait, TimeUnit.MILLISECONDS);
                if (!ended) {
                    program.destroyForcibly().waitFor();
                    assertThat(mayKill).as("it came to its end in time").isTrue();
                    kills++;
                } else {
                    assertThat(program.exitValue()).as(said(round)).isZero();
                    usual = Duration.ofNanos(System.nanoTime() - began).toMillis();
                }
            }
            check(files, journal, bucket);
            report.add("round %d: %d kills".formatted(round, kills));
            return kills;
        }
    }

    /** Any time from the start of the program to its usual end. */
    private long randomMoment() {
        return 200 + ThreadLocalRandom.current().nextLong(Math.max(1_000, usual));
    }

    private Process start(SourceFiles files, Path journal, VersionedBucket bucket, int round)
            throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Uploader.class.getName(),
                        files.folder().toString(),
                        journal.toString(),
                        bucket.name())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.appendTo(errors(round).toFile()))
                .start();
    }

    private Path errors(int round) {
        return folder.resolve("errors-" + round + ".txt");
    }

    private String said(int round) throws IOException {
        return Files.readString(errors(round));
    }

    private static void check(SourceFiles files, Path journal, VersionedBucket bucket) {
        Map<String, List<String>> stored = new TreeMap<>();
        for (ObjectVersion version : bucket.versions()) {
            stored.computeIfAbsent(version.key(), _ -> new ArrayList<>())
                    .add(version.eTag().replace("\"", ""));
        }
        Map<String, List<String>> wanted = new TreeMap<>();
        files.etags().forEach((name, etag) -> wanted.put("in/" + name, List.of(etag)));
        assertThat(stored).as("every file once, and whole").isEqualTo(wanted);
        assertThat(bucket.unfinished()).as("parts that nobody needs").isEmpty();

        OpenedJournal opened = new JournalFile(journal, Clock.systemUTC()).open();
        assertThat(opened.trouble()).isEqualTo(OpenedJournal.Trouble.NONE);
        assertThat(opened.journal().open()).isEmpty();
        opened.journal().close();
    }
}
