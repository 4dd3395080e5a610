package org.outturn.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every journal does; the one on the disk does it for the next start too. */
class JournalTest {
    private static final Instant THEN = Instant.parse("2026-11-21T08:09:10.123Z");

    abstract static class Contract {
        Journal journal;

        abstract Journal open();

        @BeforeEach
        void openJournal() {
            journal = open();
        }

        @AfterEach
        void closeJournal() {
            journal.close();
        }

        @Test
        void whatIsAddedIsThere() {
            List<JournalEntry> entries = add("one", 3);

            assertThat(journal.batches("one"))
                    .containsExactly(new JournalBatch(batch(entries), "one", "UPLOAD", THEN));
            assertThat(journal.entries(batch(entries))).isEqualTo(entries);
            assertThat(journal.batches("other")).isEmpty();
            assertThat(journal.open()).isEqualTo(Map.of("one", 3));
        }

        @Test
        void theUploadOfAJobIsRememberedAndReplaced() {
            long batch = journal.newIds(2);
            var begun = new JournalJob(batch, "one", "job-a", THEN, "what goes where", "");
            var other = new JournalJob(batch + 1, "two", "job-a", THEN, "again", "{}");
            journal.keep(begun);
            journal.keep(other);
            assertThat(journal.job(batch)).contains(begun);

            var ended = new JournalJob(batch, "one", "job-a", THEN, "what goes where", "all");
            journal.keep(ended);

            assertThat(journal.job(batch)).contains(ended);
            assertThat(journal.jobs("job-a")).containsExactly(other, ended);
            assertThat(journal.jobs("job-b")).isEmpty();
            assertThat(journal.job(batch + 2)).isEmpty();
        }

        @Test
        void idsAreNeverGivenTwice() {
            long first = journal.newIds(10);
            assertThat(journal.newIds(1)).isGreaterThanOrEqualTo(first + 10);
        }

        @Test
        void marksReplaceWhatWasBefore() {
            List<JournalEntry> entries = add("one", 2);
            long id = entries.getFirst().id();

            journal.mark(
                    List.of(
                            new JournalMark(id, "FAILED", false, "{\"why\":1}", 3, -7),
                            new JournalMark(987_654, "DONE", false, "", 1, 1)));

            JournalMark mark = journal.entries(batch(entries)).getFirst().mark();
            assertThat(mark).isEqualTo(new JournalMark(id, "FAILED", false, "{\"why\":1}", 3, -7));
            assertThat(journal.entries(batch(entries)).get(1)).isEqualTo(entries.get(1));
            assertThat(journal.open()).isEqualTo(Map.of("one", 1));
        }

        @Test
        void partsStayUntilTheyAreFreed() {
            List<JournalEntry> entries = add("one", 1);
            long id = entries.getFirst().id();
            Kept old = kept("old");
            Kept young = kept("young");

            journal.keep(id, old);
            journal.keep(id, young);
            journal.freed(id, "old");
            assertThat(journal.entries(batch(entries)).getFirst().kept()).contains(young);

            journal.freed(id, "young");
            assertThat(journal.entries(batch(entries)).getFirst().kept()).isEmpty();
        }

        @Test
        void whatIsRemovedIsForgottenWithItsBatch() {
            List<JournalEntry> first = add("one", 2);
            List<JournalEntry> second = add("one", 1);

            journal.remove(List.of(first.getFirst().id(), second.getFirst().id()));

            assertThat(journal.batches("one"))
                    .extracting(JournalBatch::id)
                    .containsExactly(batch(first));
            assertThat(journal.entries(batch(first))).containsExactly(first.get(1));
        }

        @Test
        void manyWriteAtOnce() throws Exception {
            List<JournalEntry> entries = add("one", 400);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<CompletableFuture<Void>> all = new ArrayList<>();
                for (JournalEntry entry : entries) {
                    JournalMark done =
                            new JournalMark(entry.id(), "DONE", false, "", 1, entry.id());
                    all.add(CompletableFuture.runAsync(() -> journal.mark(List.of(done)), threads));
                }
                CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();
            }
            assertThat(journal.open()).isEmpty();
            assertThat(journal.entries(batch(entries)))
                    .allMatch(entry -> entry.mark().state().equals("DONE"));
        }

        List<JournalEntry> add(String connection, int count) {
            long batch = journal.newIds(count + 1);
            List<JournalEntry> entries =
                    LongStream.rangeClosed(batch + 1, batch + count)
                            .mapToObj(id -> entry(batch, id))
                            .toList();
            journal.add(new JournalBatch(batch, connection, "UPLOAD", THEN), entries);
            return entries;
        }
    }

    @Nested
    class InMemory extends Contract {
        @Override
        Journal open() {
            return new MemoryJournal();
        }

        @Test
        void saysThatItEnds() {
            assertThat(journal.durable()).isFalse();
        }
    }

    @Nested
    class OnDisk extends Contract {
        @TempDir Path folder;

        @Override
        Journal open() {
            OpenedJournal opened =
                    new JournalFile(folder.resolve("j/transfers.db"), Clock.systemUTC()).open();
            assertThat(opened.trouble()).isEqualTo(OpenedJournal.Trouble.NONE);
            return opened.journal();
        }

        @Test
        void everythingIsThereAtTheNextStart() {
            List<JournalEntry> entries = add("one", 5);
            long id = entries.getFirst().id();
            Kept parts = kept("an id");
            journal.keep(id, parts);
            journal.mark(List.of(new JournalMark(id, "PAUSED", true, "", 2, -1)));
            journal.close();

            journal = open();

            assertThat(journal.durable()).isTrue();
            JournalEntry first = journal.entries(batch(entries)).getFirst();
            assertThat(first.kept()).contains(parts);
            assertThat(first.mark()).isEqualTo(new JournalMark(id, "PAUSED", true, "", 2, -1));
            assertThat(journal.newIds(1)).isGreaterThan(entries.getLast().id());
        }

        @Test
        void aClosedOneSaysSo() {
            journal.close();
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> journal.batches("one"));
        }

        @Test
        void oneBadWriteDoesNotSpoilTheOthers() {
            List<JournalEntry> entries = add("one", 1);
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() ->
                            journal.add(
                                    new JournalBatch(batch(entries), "one", "", THEN), List.of()));
            assertThat(add("one", 1)).isNotEmpty();
            assertThat(journal.batches("one")).hasSize(2);
        }
    }

    private static long batch(List<JournalEntry> entries) {
        return entries.getFirst().batch();
    }

    private static JournalEntry entry(long batch, long id) {
        return new JournalEntry(
                batch,
                "{\"file\":\"ä/" + id + "\"}",
                new JournalMark(id, "WAITING", true, "", 0, id),
                Optional.empty());
    }

    private static Kept kept(String id) {
        return new Kept(id, "{\"ü\": 1}");
    }
}
