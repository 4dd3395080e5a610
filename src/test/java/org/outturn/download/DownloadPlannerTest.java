package org.outturn.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.storage.Cancellation;
import org.outturn.storage.FolderStore;
import org.outturn.storage.Prefix;

class DownloadPlannerTest {
    private static final String EXPORT =
            "exports/1b4e28ba-2fa1-11d2-883f-0016d3cca427/20251114_011839_";

    @TempDir Path bucket;
    @TempDir Path disk;
    private FolderStore store;

    @BeforeEach
    void open() {
        store = new FolderStore(bucket);
    }

    @Test
    void pathsAreTheKeysBelowWhatWasLookedAt() {
        store.putText("jobs/1/all.json", "12");
        store.putText("jobs/1/pdfs/x y.pdf", "345");
        store.putText("jobs/2/other.json", "");
        store.putText("jobs/loose.txt", "6");

        DownloadPlan plan = plan("jobs/", List.of("jobs/loose.txt"), "jobs/1/");

        assertThat(plan.objects())
                .extracting(PlannedDownload::name, PlannedDownload::size, PlannedDownload::action)
                .containsExactly(
                        tuple("1/all.json", 2L, DownloadAction.CREATE),
                        tuple("1/pdfs/x y.pdf", 3L, DownloadAction.CREATE),
                        tuple("loose.txt", 1L, DownloadAction.CREATE));
        assertThat(plan.objects().getFirst().file()).isEqualTo(disk.resolve("1/all.json"));
        assertThat(plan.bytesToWrite()).isEqualTo(6);
        assertThat(plan.renamed()).isZero();
        assertThat(plan.existing()).isZero();
    }

    @Test
    void aKeyFromElsewhereAndHalfAPrefixGiveSensibleNames() {
        store.putText("jobs/2025_a/x", "");
        store.putText("other/deep/y", "");
        DownloadPlan plan = plan("jobs/2025", List.of("other/deep/y"), "jobs/2025");
        assertThat(plan.objects())
                .extracting(PlannedDownload::name)
                .containsExactly("2025_a/x", "y");
    }

    @Test
    void whatIsSelectedTwiceIsLoadedOnce() {
        store.putText("a/x", "1");
        assertThat(plan("", List.of("a/x"), "a/", "a/").objects()).hasSize(1);
    }

    @Test
    void exportsGetTheExtensionThatTheirNameTells() {
        store.putText(EXPORT + "musicxml", "");
        store.putText(EXPORT + "midi", "");
        store.putText(EXPORT + "pdf", "");
        store.putText("elsewhere/20251114_011839_pdf", "");
        DownloadPlan plan = plan("", List.of(), "");
        assertThat(plan.objects())
                .extracting(o -> o.file().getFileName().toString(), PlannedDownload::renamed)
                .containsExactly(
                        tuple("20251114_011839_pdf", false),
                        tuple("20251114_011839_midi.mid", true),
                        tuple("20251114_011839_musicxml.musicxml", true),
                        tuple("20251114_011839_pdf.pdf", true));
    }

    @Test
    void anObjectThatIsAlsoAPrefixGivesWay() {
        store.putText("a", "object");
        store.putText("a/b", "below");
        store.putText("A/b", "other case");
        store.putText("empty/", "");
        DownloadPlan plan = plan("", List.of(), "");
        assertThat(plan.objects())
                .extracting(o -> o.source().key(), PlannedDownload::name, PlannedDownload::action)
                .containsExactly(
                        tuple("A/b", "A/b", DownloadAction.CREATE),
                        tuple("a", "a (3)", DownloadAction.CREATE),
                        tuple("a/b", "a (2)/b", DownloadAction.CREATE),
                        tuple("empty/", "empty/", DownloadAction.FOLDER));
    }

    @Test
    void existingFilesAreKeptUnlessTheOperatorSaysOtherwise() throws IOException {
        store.putText("x.pdf", "new");
        store.putText("y.pdf", "new");
        Files.writeString(disk.resolve("x.pdf"), "mine");
        Files.writeString(disk.resolve("x (2).pdf"), "mine");
        Files.writeString(disk.resolve("Y.PDF"), "mine, in capitals");
        DownloadPlan plan = plan("", List.of(), "");
        store.disturb((operation, address, cancellation) -> {
            throw new AssertionError("asked again");
        });
        Files.delete(disk.resolve("x.pdf"));

        assertThat(plan.objects())
                .extracting(PlannedDownload::name, PlannedDownload::action, PlannedDownload::reason)
                .containsExactly(
                        tuple("x (3).pdf", DownloadAction.CREATE, DownloadReason.EXISTS_NUMBERED),
                        tuple("y (2).pdf", DownloadAction.CREATE, DownloadReason.EXISTS_NUMBERED));
        assertThat(plan.existing()).isEqualTo(1);
        assertThat(plan.withPolicy(ExistingFilePolicy.SKIP).objects())
                .extracting(PlannedDownload::name, PlannedDownload::action)
                .containsExactly(
                        tuple("x.pdf", DownloadAction.SKIP),
                        tuple("y (2).pdf", DownloadAction.CREATE));
        assertThat(plan.withPolicy(ExistingFilePolicy.REPLACE).objects())
                .extracting(PlannedDownload::name, PlannedDownload::action)
                .containsExactly(
                        tuple("x.pdf", DownloadAction.REPLACE),
                        tuple("y (2).pdf", DownloadAction.CREATE));
    }

    @Test
    void whatIsTheSameAlreadyIsLeftOutIfOnlyDifferencesAreWanted() throws IOException {
        store.putText("a-same", "same");
        store.putText("b-other", "here");
        store.putInParts("c-parts", "same", Instant.parse("2026-03-01T10:00:00Z"));
        Files.writeString(disk.resolve("a-same"), "same");
        Files.writeString(disk.resolve("b-other"), "mine");
        Files.writeString(disk.resolve("c-parts"), "same");

        assertThat(
                        plan("", List.of(), "")
                                .withPolicy(ExistingFilePolicy.REPLACE_DIFFERENT)
                                .objects())
                .extracting(PlannedDownload::action, PlannedDownload::reason)
                .containsExactly(
                        tuple(DownloadAction.SKIP, DownloadReason.SAME_CONTENT),
                        tuple(DownloadAction.REPLACE, DownloadReason.EXISTS_REPLACED),
                        tuple(DownloadAction.SKIP, DownloadReason.SAME_CONTENT));
    }

    @Test
    void eachObjectCanBeSaid() throws IOException {
        for (String name : List.of("a", "b", "c", "d", "e/")) {
            store.putText(name, name.equals("e/") ? "" : "theirs");
        }
        for (String name : List.of("a", "b", "c")) {
            Files.writeString(disk.resolve(name), "mine");
        }
        DownloadPlan asked = plan("", List.of(), "").withPolicy(ExistingFilePolicy.ASK);
        assertThat(asked.undecided()).isEqualTo(3);

        DownloadPlan said =
                asked.withChoice(0, FileChoice.WRITE)
                        .withChoice(1, FileChoice.SKIP)
                        .withChoice(2, FileChoice.KEEP_BOTH)
                        .withChoice(3, FileChoice.SKIP);

        assertThat(said.undecided()).isZero();
        assertThat(said.objects())
                .extracting(PlannedDownload::name, PlannedDownload::action, PlannedDownload::reason)
                .containsExactly(
                        tuple("a", DownloadAction.REPLACE, DownloadReason.EXISTS_REPLACED),
                        tuple("b", DownloadAction.SKIP, DownloadReason.LEFT_OUT),
                        tuple("c (2)", DownloadAction.CREATE, DownloadReason.EXISTS_NUMBERED),
                        tuple("d", DownloadAction.SKIP, DownloadReason.LEFT_OUT),
                        tuple("e/", DownloadAction.FOLDER, DownloadReason.FOLDER_PLACEHOLDER));
        assertThat(said.choices(3)).containsExactlyInAnyOrder(FileChoice.WRITE, FileChoice.SKIP);
        assertThat(said.choices(4)).isEmpty();
        assertThat(said.withPolicy(ExistingFilePolicy.ASK).undecided()).isEqualTo(3);
    }

    @Test
    void anExistingFolderIsUsedButNotALinkOutOfTheChosenFolder() throws IOException {
        store.putText("in/a", "");
        store.putText("out/a", "");
        Files.createDirectories(disk.resolve("in"));
        Files.createSymbolicLink(disk.resolve("out"), bucket);
        assertThat(plan("", List.of(), "").objects())
                .extracting(PlannedDownload::name)
                .containsExactly("in/a", "out (2)/a");
    }

    @Test
    void climbingKeysStayBelow() {
        store.putText("../../up", "");
        store.putText("/abs", "");
        store.putText("a//b", "");
        assertThat(plan("", List.of(), "").objects())
                .extracting(PlannedDownload::name)
                .containsExactly("__/__/up", "_/abs", "a/_/b");
    }

    @Test
    void planningCanBeCancelled() {
        store.putText("a", "");
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        DownloadSelection all =
                new DownloadSelection(
                        Prefix.root(FolderStore.BUCKET),
                        List.of(),
                        List.of(Prefix.root(FolderStore.BUCKET)));
        assertThatThrownBy(() ->
                        new DownloadPlanner(store)
                                .plan(all, disk, ExistingFilePolicy.SKIP, cancelled, n -> {}))
                .isInstanceOf(CancellationException.class);
    }

    private DownloadPlan plan(String base, List<String> keys, String... prefixes) {
        DownloadSelection selection =
                new DownloadSelection(
                        new Prefix(FolderStore.BUCKET, base),
                        keys.stream().map(store::entry).toList(),
                        List.of(prefixes).stream()
                                .map(p -> new Prefix(FolderStore.BUCKET, p))
                                .toList());
        return new DownloadPlanner(store)
                .plan(selection, disk, ExistingFilePolicy.KEEP_BOTH, Cancellation.never(), n -> {});
    }
}
