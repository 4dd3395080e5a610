package org.outturn.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import org.outturn.storage.FolderStore;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;

class UploadPlannerTest {
    private static final Prefix TARGET = new Prefix(FolderStore.BUCKET, "in/");

    @TempDir Path bucket;
    @TempDir Path disk;
    private FolderStore store;

    @BeforeEach
    void open() {
        store = new FolderStore(bucket);
    }

    @Test
    void keysAreTheTargetAndThePathBelowWhatWasDropped() throws IOException {
        write("job/a.json", "1");
        write("job/pdfs/SDS/x y.pdf", "22");
        write("loose.txt", "333");

        UploadPlan plan = plan(OverwritePolicy.REPLACE_DIFFERENT, "job", "loose.txt");

        assertThat(plan.files())
                .extracting(PlannedFile::name, f -> key(f), PlannedFile::size, PlannedFile::action)
                .containsExactly(
                        tuple("job/a.json", "in/job/a.json", 1L, UploadAction.CREATE),
                        tuple(
                                "job/pdfs/SDS/x y.pdf",
                                "in/job/pdfs/SDS/x y.pdf",
                                2L,
                                UploadAction.CREATE),
                        tuple("loose.txt", "in/loose.txt", 3L, UploadAction.CREATE));
        assertThat(plan.filesToStore()).isEqualTo(3);
        assertThat(plan.bytesToStore()).isEqualTo(6);
        assertThat(plan.existing()).isZero();
        assertThat(plan.comparison()).isEqualTo(Comparison.KNOWN);
    }

    @Test
    void aTargetWithoutASlashGetsOne() throws IOException {
        write("a", "1");
        UploadPlan plan =
                plan(new Prefix(FolderStore.BUCKET, "in"), OverwritePolicy.REPLACE_ALL, "a");
        assertThat(plan.files()).extracting(f -> key(f)).containsExactly("in/a");
        UploadPlan root = plan(Prefix.root(FolderStore.BUCKET), OverwritePolicy.REPLACE_ALL, "a");
        assertThat(root.files()).extracting(f -> key(f)).containsExactly("a");
    }

    @Test
    void comparesBySizeAndByMd5() throws IOException {
        write("d/same.txt", "same");
        write("d/size.txt", "longer");
        write("d/content.txt", "abcd");
        write("d/new.txt", "n");
        store.putText("in/d/same.txt", "same");
        store.putText("in/d/size.txt", "short");
        store.putText("in/d/content.txt", "abce");

        UploadPlan plan = plan(OverwritePolicy.REPLACE_DIFFERENT, "d");

        assertThat(plan.files())
                .extracting(PlannedFile::name, PlannedFile::action, PlannedFile::reason)
                .containsExactly(
                        tuple("d/content.txt", UploadAction.REPLACE, UploadReason.OTHER_CONTENT),
                        tuple("d/new.txt", UploadAction.CREATE, UploadReason.NEW),
                        tuple("d/same.txt", UploadAction.SKIP, UploadReason.SAME_CONTENT),
                        tuple("d/size.txt", UploadAction.REPLACE, UploadReason.OTHER_SIZE));
        assertThat(plan.existing()).isEqualTo(3);
    }

    @Test
    void anEtagThatTellsNothingLeavesItToTheTime() throws IOException {
        Instant local = Instant.parse("2026-03-01T10:00:00.900Z");
        for (String name : List.of("older.bin", "newer.bin", "second.bin")) {
            Files.setLastModifiedTime(write(name, "abcd"), FileTime.from(local));
        }
        store.putOpaque("in/older.bin", "abcd", local.plusSeconds(60), Map.of());
        store.putOpaque("in/newer.bin", "abcd", local.minusSeconds(60), Map.of());
        store.putOpaque("in/second.bin", "abcd", Instant.parse("2026-03-01T10:00:00Z"), Map.of());

        UploadPlan plan =
                plan(OverwritePolicy.REPLACE_DIFFERENT, "older.bin", "newer.bin", "second.bin");

        assertThat(plan.files())
                .extracting(PlannedFile::name, PlannedFile::action, PlannedFile::reason)
                .containsExactly(
                        tuple("newer.bin", UploadAction.REPLACE, UploadReason.LOCAL_NEWER),
                        tuple("older.bin", UploadAction.SKIP, UploadReason.SAME_SIZE),
                        tuple("second.bin", UploadAction.SKIP, UploadReason.SAME_SIZE));
    }

    @Test
    void everyPolicyDecidesAnewWithoutLookingAgain() throws IOException {
        write("d/same.txt", "same");
        write("d/other.txt", "other");
        write("d/new.txt", "new");
        write("d/other (2).txt", "dropped too");
        store.putText("in/d/same.txt", "same");
        store.putText("in/d/other.txt", "what is there");
        store.putText("in/d/other (3).txt", "there too");
        UploadPlan plan = plan(OverwritePolicy.REPLACE_DIFFERENT, "d");
        store.disturb((operation, address, cancellation) -> {
            throw new AssertionError("asked again");
        });
        Files.delete(disk.resolve("d/same.txt"));

        assertThat(plan.withPolicy(OverwritePolicy.SKIP_EXISTING).files())
                .extracting(PlannedFile::action)
                .containsExactly(
                        UploadAction.CREATE,
                        UploadAction.CREATE,
                        UploadAction.SKIP,
                        UploadAction.SKIP);
        assertThat(plan.withPolicy(OverwritePolicy.REPLACE_ALL).count(UploadAction.REPLACE))
                .isEqualTo(2);
        UploadPlan both = plan.withPolicy(OverwritePolicy.KEEP_BOTH);
        assertThat(both.files())
                .extracting(f -> key(f))
                .containsExactly(
                        "in/d/new.txt",
                        "in/d/other (2).txt",
                        "in/d/other (4).txt",
                        "in/d/same (2).txt");
        assertThat(both.count(UploadAction.CREATE)).isEqualTo(4);
        assertThat(both.withPolicy(OverwritePolicy.REPLACE_DIFFERENT).files())
                .isEqualTo(plan.files());
    }

    @Test
    void oneListingADroppedFolderAndNoneOfWhatLiesBeside() throws IOException {
        for (int i = 0; i < 1_100; i++) {
            store.putText("in/elsewhere/" + i, "");
        }
        write("job/a", "1");
        write("job/b/c", "1");
        write("loose.txt", "1");
        store.putText("in/job/a", "1");

        UploadPlan plan = plan(OverwritePolicy.REPLACE_DIFFERENT, "job", "loose.txt");

        assertThat(plan.count(UploadAction.SKIP)).isEqualTo(1);
        assertThat(store.listings()).isEqualTo(2);
        assertThat(store.listed()).isEqualTo(1);
    }

    @Test
    void manyFoldersAreComparedByOneListing() throws IOException {
        String[] names = new String[40];
        for (int i = 0; i < names.length; i++) {
            names[i] = "f" + i;
            write(names[i] + "/x", "1");
            store.putText("in/" + names[i] + "/x", "1");
        }
        UploadPlan plan = plan(OverwritePolicy.REPLACE_DIFFERENT, names);
        assertThat(plan.count(UploadAction.SKIP)).isEqualTo(40);
        assertThat(store.listings()).isEqualTo(1);
    }

    @Test
    void withoutListingThePlanSaysThatItDoesNotKnow() throws IOException {
        write("a", "1");
        store.putText("in/a", "1");
        store.disturb((operation, address, cancellation) -> {
            throw new FailureException(
                    new Failure.AccessDenied(
                            "s3:ListBucket",
                            new Attempt(operation, address.s3Uri()),
                            Technical.of("")));
        });
        UploadPlan plan = plan(OverwritePolicy.REPLACE_DIFFERENT, "a");
        assertThat(plan.comparison()).isEqualTo(Comparison.UNKNOWN);
        assertThat(plan.files())
                .extracting(PlannedFile::action, PlannedFile::reason)
                .containsExactly(tuple(UploadAction.CREATE, UploadReason.NOT_COMPARED));
        assertThat(plan.withPolicy(OverwritePolicy.REPLACE_ALL).count(UploadAction.REPLACE))
                .isEqualTo(1);
    }

    @Test
    void anyOtherTroubleWithListingEndsPlanning() throws IOException {
        write("a", "1");
        store.disturb((operation, address, cancellation) -> {
            throw new FailureException(
                    new Failure.BucketNotFound(
                            new Attempt(operation, address.s3Uri()), Technical.of("")));
        });
        assertThatThrownBy(() -> plan(OverwritePolicy.REPLACE_DIFFERENT, "a"))
                .isInstanceOf(FailureException.class);
    }

    @Test
    void whatCannotOrNeedNotBeStoredIsListedWithItsReason() throws Exception {
        write("d/.DS_Store", "x");
        write("d/Thumbs.db", "x");
        write("d/._res", "x");
        Files.createDirectories(disk.resolve("d/empty/below"));
        write("outside/secret.txt", "x");
        Path real = write("d/real.txt", "x");
        Files.createSymbolicLink(disk.resolve("d/in.txt"), real);
        Files.createSymbolicLink(disk.resolve("d/out.txt"), disk.resolve("outside/secret.txt"));
        Files.createSymbolicLink(disk.resolve("d/circle"), disk.resolve("d"));
        Files.createSymbolicLink(disk.resolve("d/nowhere"), disk.resolve("gone"));
        Files.createSymbolicLink(disk.resolve("d/self"), disk.resolve("d/self"));

        UploadPlan plan = plan(OverwritePolicy.REPLACE_DIFFERENT, "d", "vanished");

        assertThat(plan.files())
                .extracting(PlannedFile::name, PlannedFile::action, PlannedFile::reason)
                .containsExactly(
                        tuple("d/.DS_Store", UploadAction.SKIP, UploadReason.JUNK),
                        tuple("d/._res", UploadAction.SKIP, UploadReason.JUNK),
                        tuple("d/Thumbs.db", UploadAction.SKIP, UploadReason.JUNK),
                        tuple("d/circle", UploadAction.REFUSE, UploadReason.LINK),
                        tuple("d/empty/below", UploadAction.SKIP, UploadReason.EMPTY_FOLDER),
                        tuple("d/in.txt", UploadAction.CREATE, UploadReason.NEW),
                        tuple("d/nowhere", UploadAction.REFUSE, UploadReason.LINK),
                        tuple("d/out.txt", UploadAction.REFUSE, UploadReason.LINK),
                        tuple("d/real.txt", UploadAction.CREATE, UploadReason.NEW),
                        tuple("d/self", UploadAction.REFUSE, UploadReason.LINK),
                        tuple("vanished", UploadAction.REFUSE, UploadReason.VANISHED));
    }

    @Test
    void aPipeIsRefusedAndNotOpened() throws Exception {
        Files.createDirectories(disk.resolve("d"));
        Path pipe = disk.resolve("d/pipe");
        Process made = startMkfifo(pipe);
        assumeTrue(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0);
        UploadPlan plan = plan(OverwritePolicy.REPLACE_DIFFERENT, "d");
        assertThat(plan.files())
                .extracting(PlannedFile::action, PlannedFile::reason)
                .containsExactly(tuple(UploadAction.REFUSE, UploadReason.SPECIAL_FILE));
    }

    private static Process startMkfifo(Path pipe) {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start();
        } catch (IOException e) {
            assumeTrue(false, "this system has no pipes with names");
            throw new AssertionError(e);
        }
    }

    @Test
    void aDroppedLinkIsFollowed() throws IOException {
        write("real/a", "1");
        Files.createSymbolicLink(disk.resolve("link"), disk.resolve("real"));
        assertThat(plan(OverwritePolicy.REPLACE_DIFFERENT, "link").files())
                .extracting(f -> key(f), PlannedFile::action)
                .containsExactly(tuple("in/link/a", UploadAction.CREATE));
    }

    @Test
    void namesAreComposedAndFilesOfOneKeyAreAllRefused() throws IOException {
        write("one/cafe\u0301.txt", "1");
        write("two/caf\u00e9.txt", "2");
        UploadPlan plan =
                plan(OverwritePolicy.REPLACE_DIFFERENT, "one/cafe\u0301.txt", "two/caf\u00e9.txt");
        assertThat(plan.files())
                .extracting(f -> key(f), PlannedFile::reason)
                .containsExactly(
                        tuple("in/caf\u00e9.txt", UploadReason.SAME_KEY),
                        tuple("in/caf\u00e9.txt", UploadReason.SAME_KEY));
        assertThat(plan.count(UploadAction.REFUSE)).isEqualTo(2);
        assertThat(plan(OverwritePolicy.REPLACE_DIFFERENT, "one", "one").files()).hasSize(1);
    }

    @Test
    void aKeyOver1024BytesIsRefused() throws IOException {
        String deep = "d/" + "\u00e9".repeat(120) + "/" + "\u00e9".repeat(120) + "/";
        write(deep + "x".repeat(200) + "/" + "y".repeat(200) + "/fits", "1");
        write(deep + "x".repeat(200) + "/" + "z".repeat(200) + "/" + "w".repeat(200), "1");
        UploadPlan plan = plan(OverwritePolicy.REPLACE_DIFFERENT, "d");
        assertThat(plan.files())
                .extracting(PlannedFile::action, PlannedFile::reason)
                .containsExactly(
                        tuple(UploadAction.CREATE, UploadReason.NEW),
                        tuple(UploadAction.REFUSE, UploadReason.KEY_TOO_LONG));
    }

    @Test
    void planningCanBeCancelledWhileItWalks() throws IOException {
        for (int i = 0; i < 100; i++) {
            write("d/" + i, "");
        }
        Cancellation cancellation = new Cancellation();
        PlanListener cancelAtTen =
                (stage, count) -> {
                    if (count == 10) {
                        cancellation.cancel();
                    }
                };
        assertThatThrownBy(() ->
                        new UploadPlanner(store)
                                .plan(
                                        List.of(disk.resolve("d")),
                                        TARGET,
                                        OverwritePolicy.REPLACE_ALL,
                                        cancellation,
                                        cancelAtTen))
                .isInstanceOf(CancellationException.class);
        assertThat(store.listings()).isZero();
    }

    @Test
    void thousandsOfFilesArePlannedInSeconds() throws IOException {
        for (int folder = 0; folder < 25; folder++) {
            Path parent = Files.createDirectories(disk.resolve("big/" + folder));
            for (int i = 0; i < 200; i++) {
                Files.createFile(parent.resolve(i + ".txt"));
            }
        }
        List<Long> walked = new ArrayList<>();
        Instant begin = Instant.now();
        UploadPlan plan =
                new UploadPlanner(store)
                        .plan(
                                List.of(disk.resolve("big")),
                                TARGET,
                                OverwritePolicy.REPLACE_DIFFERENT,
                                Cancellation.never(),
                                (stage, count) -> walked.add(count));
        assertThat(plan.count(UploadAction.CREATE)).isEqualTo(5_000);
        assertThat(walked).contains(5_000L);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    private UploadPlan plan(OverwritePolicy policy, String... names) {
        return plan(TARGET, policy, names);
    }

    private UploadPlan plan(Prefix target, OverwritePolicy policy, String... names) {
        List<Path> dropped = List.of(names).stream().map(disk::resolve).toList();
        return new UploadPlanner(store)
                .plan(dropped, target, policy, Cancellation.never(), PlanListener.NONE);
    }

    private Path write(String name, String text) throws IOException {
        Path file = disk.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String key(PlannedFile file) {
        return file.target().map(ObjectAddress::key).orElse("");
    }
}
