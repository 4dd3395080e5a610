package org.outturn.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.journal.OpenedJournal.Trouble;

/** Files that are not as they should be. */
class JournalFileTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-21T01:02:03Z"), ZoneOffset.UTC);

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("transfers.db");
    }

    @Test
    void whatIsNoJournalAtAllIsSetAside() throws IOException {
        Files.writeString(file, "this is a diary, dear diary, ".repeat(400));
        OpenedJournal opened = open();
        try (Journal journal = opened.journal()) {
            assertThat(opened.trouble()).isEqualTo(Trouble.DAMAGED);
            assertThat(opened.setAside())
                    .contains(folder.resolve("transfers.db.damaged-20261121-010203"));
            assertThat(opened.setAside().get()).content().startsWith("this is a diary");
            assertThat(journal.durable()).isTrue();
            assertThat(journal.batches("x")).isEmpty();
        }
    }

    @Test
    void anEmptyFileIsANewJournal() throws IOException {
        Files.createFile(file);
        OpenedJournal opened = open();
        try (Journal journal = opened.journal()) {
            assertThat(opened.trouble()).isEqualTo(Trouble.NONE);
            assertThat(journal.durable()).isTrue();
        }
    }

    @Test
    void aNewerVersionIsSetAsideWhole() throws SQLException {
        open().journal().close();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement()) {
            statement.execute("PRAGMA user_version = 3");
            statement.execute("CREATE TABLE more (x)");
        }
        OpenedJournal opened = open();
        try (Journal journal = opened.journal()) {
            assertThat(opened.trouble()).isEqualTo(Trouble.NEWER);
            assertThat(journal.durable()).isTrue();
        }
        Path aside = opened.setAside().orElseThrow();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + aside);
                Statement statement = database.createStatement()) {
            assertThat(statement.executeQuery("SELECT count(*) FROM more").getInt(1)).isZero();
        }
    }

    /** As the first version of the program has written it. */
    @Test
    void aJournalOfVersion1KeepsItsTransfersAndLearnsOfJobs() throws SQLException {
        Journal before = open().journal();
        long batch = before.newIds(2);
        JournalMark mark = new JournalMark(batch + 1, "WAITING", true, "", 0, 1);
        before.add(
                new JournalBatch(batch, "one", "UPLOAD", CLOCK.instant()),
                List.of(new JournalEntry(batch, "work", mark, Optional.empty())));
        before.close();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement()) {
            statement.execute("DROP TABLE job");
            statement.execute("PRAGMA user_version = 1");
        }

        for (int start = 0; start < 2; start++) {
            OpenedJournal opened = open();
            try (Journal journal = opened.journal()) {
                assertThat(opened.trouble()).isEqualTo(Trouble.NONE);
                assertThat(journal.open()).containsEntry("one", 1);
                var job = new JournalJob(batch, "one", "id", CLOCK.instant(), "work " + start, "");
                journal.keep(job);
                assertThat(journal.job(batch)).contains(job);
            }
        }
    }

    @Test
    void anotherWindowHasItUntilItIsClosed() {
        Journal first = open().journal();
        OpenedJournal second = open();
        assertThat(second.trouble()).isEqualTo(Trouble.IN_USE);
        assertThat(second.journal().durable()).isFalse();
        first.close();
        OpenedJournal third = open();
        assertThat(third.trouble()).isEqualTo(Trouble.NONE);
        third.journal().close();
    }

    @Test
    void aFolderThatCannotBeMadeLeavesOneInMemory() throws IOException {
        Files.writeString(folder.resolve("blocked"), "a file where a folder should be");
        OpenedJournal opened =
                new JournalFile(folder.resolve("blocked/transfers.db"), CLOCK).open();
        assertThat(opened.trouble()).isEqualTo(Trouble.NO_FILE);
        assertThat(opened.journal().durable()).isFalse();
    }

    /** Wherever bytes are changed: the program gets a journal, and old entries are true or gone. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noDamageStopsTheProgram(int seed) throws IOException {
        Journal before = open().journal();
        List<JournalEntry> written = new ArrayList<>();
        long batch = before.newIds(2_001);
        for (int i = 1; i <= 2_000; i++) {
            JournalMark mark = new JournalMark(batch + i, "WAITING", true, "", 0, i);
            written.add(new JournalEntry(batch, "work " + i, mark, Optional.empty()));
        }
        before.add(new JournalBatch(batch, "one", "UPLOAD", CLOCK.instant()), written);
        before.close();
        damage(new Random(seed));

        OpenedJournal opened = open();
        try (Journal journal = opened.journal()) {
            assertThat(journal.durable()).isTrue();
            long id = journal.newIds(1);
            journal.add(new JournalBatch(id, "two", "UPLOAD", CLOCK.instant()), List.of());
            if (opened.trouble() == Trouble.NONE) {
                assertThat(journal.batches("one")).hasSizeLessThanOrEqualTo(1);
            } else {
                assertThat(opened.setAside().orElseThrow()).exists();
            }
        }
    }

    private void damage(Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        switch (random.nextInt(3)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> {
                int from = random.nextInt(bytes.length);
                int to = Math.min(bytes.length, from + 1 + random.nextInt(20_000));
                Arrays.fill(bytes, from, to, (byte) random.nextInt());
            }
            default -> {
                byte[] noise = new byte[4096];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, bytes, 4096 * random.nextInt(bytes.length / 4096), 4096);
            }
        }
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private OpenedJournal open() {
        return new JournalFile(file, CLOCK).open();
    }
}
