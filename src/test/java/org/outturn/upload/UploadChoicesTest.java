package org.outturn.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.storage.Cancellation;
import org.outturn.storage.Encryption;
import org.outturn.storage.FolderStore;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.Prefix;
import org.outturn.storage.StoreOptions;

/** What an operator can say of single files, and of how all are stored. */
class UploadChoicesTest {
    @TempDir private Path bucket;
    @TempDir private Path disk;
    private FolderStore store;

    @BeforeEach
    void openStore() {
        store = new FolderStore(bucket);
    }

    @Test
    void askingLeavesOutWhatDiffersUntilItIsSaid() throws IOException {
        write("d/a-other", "mine");
        write("d/b-same", "same");
        write("d/c-new", "new");
        store.putText("in/d/a-other", "theirs");
        store.putText("in/d/b-same", "same");

        UploadPlan asked = plan(OverwritePolicy.ASK, UploadOptions.DEFAULTS, "d");

        assertThat(asked.files())
                .extracting(PlannedFile::action, PlannedFile::reason)
                .containsExactly(
                        tuple(UploadAction.SKIP, UploadReason.UNDECIDED),
                        tuple(UploadAction.SKIP, UploadReason.SAME_CONTENT),
                        tuple(UploadAction.CREATE, UploadReason.NEW));
        assertThat(asked.undecided()).isEqualTo(1);

        UploadPlan said = asked.withChoice(0, FileChoice.STORE);
        assertThat(said.undecided()).isZero();
        assertThat(said.files().getFirst().action()).isEqualTo(UploadAction.REPLACE);
        assertThat(said.filesToStore()).isEqualTo(2);
        assertThat(said.bytesToStore()).isEqualTo(7);
        assertThat(asked.undecided()).as("the plan before is as it was").isEqualTo(1);
    }

    @Test
    void eachFileCanBeReplacedSkippedOrNumbered() throws IOException {
        write("d/a", "1");
        write("d/b", "1");
        write("d/c", "1");
        write("d/new", "1");
        for (String name : List.of("a", "b", "c", "b (2)")) {
            store.putText("in/d/" + name, "there");
        }

        UploadPlan plan =
                plan(OverwritePolicy.ASK, UploadOptions.DEFAULTS, "d")
                        .withChoice(0, FileChoice.SKIP)
                        .withChoice(1, FileChoice.KEEP_BOTH)
                        .withChoice(2, FileChoice.KEEP_BOTH)
                        .withChoice(3, FileChoice.SKIP);

        assertThat(plan.files())
                .extracting(UploadChoicesTest::key, PlannedFile::action, PlannedFile::reason)
                .containsExactly(
                        tuple("in/d/a", UploadAction.SKIP, UploadReason.LEFT_OUT),
                        tuple("in/d/b (3)", UploadAction.CREATE, UploadReason.NUMBERED),
                        tuple("in/d/c (2)", UploadAction.CREATE, UploadReason.NUMBERED),
                        tuple("in/d/new", UploadAction.SKIP, UploadReason.LEFT_OUT));
        assertThat(plan.choices(0)).containsExactlyInAnyOrder(FileChoice.values());
        assertThat(plan.choices(3)).containsExactlyInAnyOrder(FileChoice.STORE, FileChoice.SKIP);
        assertThat(plan.withPolicy(OverwritePolicy.REPLACE_ALL).files())
                .extracting(PlannedFile::action)
                .as("a policy is for all")
                .containsExactly(
                        UploadAction.REPLACE,
                        UploadAction.REPLACE,
                        UploadAction.REPLACE,
                        UploadAction.CREATE);
    }

    @Test
    void twoNumberedFilesNeverMeet() throws IOException {
        write("d/a.txt", "1");
        write("d/a (2).txt", "1");
        store.putText("in/d/a.txt", "there");
        store.putText("in/d/a (2).txt", "there");

        UploadPlan plan =
                plan(OverwritePolicy.ASK, UploadOptions.DEFAULTS, "d")
                        .withChoice(0, FileChoice.KEEP_BOTH)
                        .withChoice(1, FileChoice.KEEP_BOTH);

        assertThat(plan.files())
                .extracting(UploadChoicesTest::key)
                .doesNotHaveDuplicates()
                .doesNotContain("in/d/a.txt", "in/d/a (2).txt");
    }

    @Test
    void whatCannotBeStoredCannotBeChosen() throws IOException {
        write("d/.DS_Store", "1");
        UploadPlan plan = plan(OverwritePolicy.ASK, UploadOptions.DEFAULTS, "d");

        assertThat(plan.choices(0)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> plan.withChoice(0, FileChoice.STORE));
    }

    @Test
    void emptyFoldersAreKeptIfThatIsWanted() throws IOException {
        Files.createDirectories(disk.resolve("d/empty"));
        Files.createDirectories(disk.resolve("d/there"));
        write("d/full/a", "1");
        store.putText("in/d/there/", "");
        UploadOptions keeping = UploadOptions.DEFAULTS.withEmptyFolders(true);

        assertThat(plan(OverwritePolicy.REPLACE_DIFFERENT, keeping, "d").files())
                .extracting(UploadChoicesTest::key, PlannedFile::action, PlannedFile::reason)
                .containsExactly(
                        tuple("in/d/empty/", UploadAction.CREATE, UploadReason.EMPTY_FOLDER),
                        tuple("in/d/full/a", UploadAction.CREATE, UploadReason.NEW),
                        tuple("in/d/there/", UploadAction.SKIP, UploadReason.EXISTS));
        assertThat(plan(OverwritePolicy.REPLACE_DIFFERENT, UploadOptions.DEFAULTS, "d").files())
                .extracting(PlannedFile::action)
                .containsExactly(UploadAction.SKIP, UploadAction.CREATE, UploadAction.SKIP);
    }

    @Test
    void aFileOverTheLimitGoesOnlyIfSaid() throws IOException {
        write("d/large", "12345");
        write("d/small", "1234");
        UploadOptions limited = UploadOptions.DEFAULTS.withMostBytes(4);

        UploadPlan plan = plan(OverwritePolicy.REPLACE_ALL, limited, "d");

        assertThat(plan.files())
                .extracting(PlannedFile::action, PlannedFile::reason)
                .containsExactly(
                        tuple(UploadAction.SKIP, UploadReason.OVER_LIMIT),
                        tuple(UploadAction.CREATE, UploadReason.NEW));
        assertThat(plan.count(UploadReason.OVER_LIMIT)).isEqualTo(1);
        assertThat(plan.withChoice(0, FileChoice.STORE).files().getFirst().action())
                .isEqualTo(UploadAction.CREATE);
        assertThat(plan.withOptions(UploadOptions.DEFAULTS).filesToStore()).isEqualTo(2);
    }

    @Test
    void optionsGoWithEveryFileAndChoicesStay() throws IOException {
        write("d/a", "1");
        write("d/b", "1");
        StoreOptions cold =
                new StoreOptions(
                        "STANDARD_IA",
                        new Encryption.S3Managed(),
                        ObjectTags.of(Map.of("client", "agar")));

        UploadPlan plan =
                plan(OverwritePolicy.REPLACE_DIFFERENT, UploadOptions.DEFAULTS, "d")
                        .withChoice(1, FileChoice.SKIP)
                        .withOptions(UploadOptions.DEFAULTS.withStore(cold));

        assertThat(plan.files()).extracting(PlannedFile::options).containsOnly(cold);
        assertThat(plan.files())
                .extracting(PlannedFile::action)
                .containsExactly(UploadAction.CREATE, UploadAction.SKIP);
    }

    @Test
    void filesOfAKindAreLeftOutAndGoAgain() throws IOException {
        write("d/a.json", "1");
        write("d/b.png", "1");
        write("d/c.png", "mine");
        store.putText("in/d/c.png", "theirs");
        UploadPlan all =
                plan(OverwritePolicy.REPLACE_DIFFERENT, UploadOptions.DEFAULTS, "d")
                        .withChoice(2, FileChoice.KEEP_BOTH);

        UploadPlan without = all.leavingOut(file -> file.name().endsWith(".json"));
        assertThat(without.files())
                .extracting(PlannedFile::action, PlannedFile::reason)
                .containsExactly(
                        tuple(UploadAction.SKIP, UploadReason.LEFT_OUT),
                        tuple(UploadAction.CREATE, UploadReason.NEW),
                        tuple(UploadAction.CREATE, UploadReason.NUMBERED));

        UploadPlan other = without.leavingOut(file -> file.name().endsWith(".png"));
        assertThat(other.files())
                .extracting(PlannedFile::action)
                .containsExactly(UploadAction.CREATE, UploadAction.SKIP, UploadAction.SKIP);
        assertThat(all.filesToStore()).as("the plan before is as it was").isEqualTo(3);
    }

    @Test
    void onlyJsonIsPacked() throws IOException {
        write("d/a.json", "1");
        write("d/b.pdf", "1");
        StoreOptions packed = StoreOptions.DEFAULTS.withContentEncoding(StoreOptions.GZIP);

        UploadPlan plan =
                plan(
                        OverwritePolicy.REPLACE_DIFFERENT,
                        UploadOptions.DEFAULTS.withStore(packed),
                        "d");

        assertThat(plan.files())
                .extracting(file -> file.options().contentEncoding())
                .containsExactly("gzip", "");
    }

    private UploadPlan plan(OverwritePolicy policy, UploadOptions options, String... names) {
        List<Path> dropped = List.of(names).stream().map(disk::resolve).toList();
        return new UploadPlanner(store)
                .plan(
                        dropped,
                        new Prefix(FolderStore.BUCKET, "in/"),
                        policy,
                        options,
                        Cancellation.never(),
                        PlanListener.NONE);
    }

    private static String key(PlannedFile file) {
        return file.target().map(ObjectAddress::key).orElse("");
    }

    private void write(String name, String text) throws IOException {
        Path file = disk.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
