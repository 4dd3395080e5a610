package org.outturn.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import org.outturn.storage.FolderStore;
import org.outturn.storage.ModifiedTime;
import org.outturn.storage.Prefix;

/** How files are told to be the same as the objects of their keys. */
class UploadComparisonTest {
    private static final Instant LOCAL = Instant.parse("2026-03-01T10:00:00.900Z");
    private static final Instant LATER = LOCAL.plusSeconds(3600);

    @TempDir private Path bucket;
    @TempDir private Path disk;
    private FolderStore store;

    @BeforeEach
    void openStore() {
        store = new FolderStore(bucket);
    }

    @Test
    void anObjectStoredInPartsIsComparedByItsContent() throws IOException {
        write("a-same", "abcd");
        write("b-other", "abcd");
        store.putInParts("in/a-same", "abcd", LATER);
        store.putInParts("in/b-other", "abce", LATER);

        assertThat(plan(CompareBy.SIZE_AND_CHECKSUM, "a-same", "b-other"))
                .containsExactly(
                        tuple(UploadAction.SKIP, UploadReason.SAME_CONTENT),
                        tuple(UploadAction.REPLACE, UploadReason.OTHER_CONTENT));
    }

    @Test
    void theTimeThatAnObjectKeepsTellsWhereItsEtagDoesNot() throws IOException {
        write("a-same", "abcd");
        write("b-other", "abcd");
        write("c-none", "abcd");
        store.putOpaque("in/a-same", "abcd", LATER, mtime(LOCAL));
        store.putOpaque("in/b-other", "abcd", LATER, mtime(LOCAL.minusSeconds(60)));
        store.putOpaque("in/c-none", "abcd", LATER, Map.of("mtime", "long ago"));

        assertThat(plan(CompareBy.SIZE_AND_CHECKSUM, "a-same", "b-other", "c-none"))
                .containsExactly(
                        tuple(UploadAction.SKIP, UploadReason.SAME_TIME),
                        tuple(UploadAction.REPLACE, UploadReason.OTHER_TIME),
                        tuple(UploadAction.SKIP, UploadReason.SAME_SIZE));
    }

    @Test
    void byTimeReadsNoFileAndAsksOnlyOfWhatTheListingLeavesOpen() throws IOException {
        write("a-size", "abcde");
        write("b-newer", "abcd");
        write("c-open", "abce");
        store.putText("in/a-size", "abcd");
        store.putOpaque("in/b-newer", "abcd", LOCAL.minusSeconds(60), mtime(LOCAL));
        store.putOpaque("in/c-open", "abcd", LATER, mtime(LOCAL.plusMillis(500)));
        AtomicInteger looks = countLooks();

        assertThat(plan(CompareBy.SIZE_AND_TIME, "a-size", "b-newer", "c-open"))
                .containsExactly(
                        tuple(UploadAction.REPLACE, UploadReason.OTHER_SIZE),
                        tuple(UploadAction.REPLACE, UploadReason.LOCAL_NEWER),
                        tuple(UploadAction.SKIP, UploadReason.SAME_TIME));
        assertThat(looks).hasValue(1);
    }

    @Test
    void byChecksumAloneWhatTellsNothingIsNotTheSame() throws IOException {
        write("a-same", "abcd");
        write("b-other", "abce");
        write("c-opaque", "abcd");
        store.putText("in/a-same", "abcd");
        store.putText("in/b-other", "abcd");
        store.putOpaque("in/c-opaque", "abcd", LATER, mtime(LOCAL));
        AtomicInteger looks = countLooks();

        assertThat(plan(CompareBy.CHECKSUM, "a-same", "b-other", "c-opaque"))
                .containsExactly(
                        tuple(UploadAction.SKIP, UploadReason.SAME_CONTENT),
                        tuple(UploadAction.REPLACE, UploadReason.OTHER_CONTENT),
                        tuple(UploadAction.REPLACE, UploadReason.NOT_COMPARABLE));
        assertThat(looks).hasValue(0);
    }

    @Test
    void thereIsABoundToTheLooks() throws IOException {
        int files = StoredTimes.MOST + 50;
        for (int i = 0; i < files; i++) {
            write("d/" + i, "abcd");
            store.putOpaque("in/d/" + i, "abcd", LATER, mtime(LOCAL));
        }
        AtomicInteger looks = countLooks();

        assertThat(plan(CompareBy.SIZE_AND_TIME, "d"))
                .hasSize(files)
                .allMatch(t -> t.toList().getFirst() == UploadAction.SKIP)
                .filteredOn(t -> t.toList().get(1) == UploadReason.SAME_TIME)
                .hasSize(StoredTimes.MOST);
        assertThat(looks).hasValue(StoredTimes.MOST);
    }

    @Test
    void whoMayNotLookGoesByTheListing() throws IOException {
        write("a", "abcd");
        store.putOpaque("in/a", "abcd", LATER, mtime(LOCAL.minusSeconds(60)));
        store.disturb((operation, address, _) -> {
            if (operation.equals("HeadObject")) {
                throw new FailureException(
                        new Failure.AccessDenied(
                                "s3:GetObject",
                                new Attempt(operation, address.s3Uri()),
                                Technical.of("")));
            }
        });

        assertThat(plan(CompareBy.SIZE_AND_TIME, "a"))
                .containsExactly(tuple(UploadAction.SKIP, UploadReason.SAME_SIZE));
    }

    private AtomicInteger countLooks() {
        AtomicInteger looks = new AtomicInteger();
        store.disturb((operation, _, _) -> {
            if (operation.equals("HeadObject")) {
                looks.incrementAndGet();
            }
        });
        return looks;
    }

    private List<Tuple> plan(CompareBy compareBy, String... names) {
        List<Path> dropped = List.of(names).stream().map(disk::resolve).toList();
        return new UploadPlanner(store)
                        .plan(
                                dropped,
                                new Prefix(FolderStore.BUCKET, "in/"),
                                OverwritePolicy.REPLACE_DIFFERENT,
                                UploadOptions.DEFAULTS.withCompareBy(compareBy),
                                Cancellation.never(),
                                PlanListener.NONE)
                        .files()
                        .stream()
                        .map(f -> tuple(f.action(), f.reason()))
                        .toList();
    }

    private static Map<String, String> mtime(Instant time) {
        return Map.of(ModifiedTime.NAME, ModifiedTime.text(time));
    }

    private void write(String name, String text) throws IOException {
        Path file = disk.resolve(name);
        Files.createDirectories(file.getParent());
        Files.setLastModifiedTime(Files.writeString(file, text), FileTime.from(LOCAL));
    }
}
