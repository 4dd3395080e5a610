package org.outturn.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.outturn.failure.Failure;
import org.outturn.storage.FolderStore;
import org.outturn.storage.Prefix;
import org.outturn.upload.UploadPlan;

class TransferQueueTest extends QueueFixture {

    @Test
    void uploadsAPlanAndReportsWhatChanged() throws IOException {
        write("job/a.json", "{}");
        write("job/pdfs/b.pdf", "pdf");
        write("job/.DS_Store", "junk");
        Files.createSymbolicLink(disk.resolve("job/loop"), disk.resolve("job"));

        BatchId batch = queue.submit(upload("job"), reports::add);

        BatchReport report = awaitReport(1);
        assertThat(report.batch()).isEqualTo(batch);
        assertThat(report)
                .extracting(BatchReport::done, BatchReport::skipped, BatchReport::failed)
                .containsExactly(2, 1, 1);
        assertThat(report.changed())
                .containsExactlyInAnyOrder(
                        new Prefix(FolderStore.BUCKET, "in/job/"),
                        new Prefix(FolderStore.BUCKET, "in/job/pdfs/"));
        assertThat(store.text("in/job/a.json")).isEqualTo("{}");
        assertThat(store.contentType("in/job/pdfs/b.pdf")).isEqualTo("application/pdf");
        assertThat(row("loop"))
                .extracting(
                        TransferSnapshot::state,
                        TransferSnapshot::reasonKey,
                        TransferSnapshot::canRetry)
                .containsExactly(TransferState.FAILED, "upload.reason.link", false);
        assertThat(row("a.json").doneBytes()).isEqualTo(2);
        assertThat(queue.snapshot().totals().progress()).isEqualTo(1);
    }

    @Test
    void downloadsAPlanIntoItsFolders() {
        store.putText("a/x.txt", "one");
        store.putText("a/empty/", "");
        store.putText("../y", "two");

        queue.submit(download("out"), reports::add);

        BatchReport report = awaitReport(1);
        assertThat(report.done()).isEqualTo(3);
        assertThat(report.changed()).isEmpty();
        assertThat(disk.resolve("out/a/x.txt")).hasContent("one");
        assertThat(disk.resolve("out/a/empty")).isDirectory();
        assertThat(disk.resolve("out/__/y")).hasContent("two");
    }

    @Test
    void anEmptyPlanEndsAtOnce() {
        queue.submit(upload(), reports::add);
        assertThat(awaitReport(1).done()).isZero();
        assertThat(queue.snapshot().totals().idle()).isTrue();
    }

    @Test
    void aFileThatChangedSinceThePlanIsNotStored() throws IOException {
        Path file = write("a", "planned");
        UploadPlan plan = upload("a");
        Files.writeString(file, "something else");
        queue.submit(plan, reports::add);
        assertThat(awaitReport(1).failed()).isEqualTo(1);
        assertThat(row("a").failure()).get().isInstanceOf(Failure.LocalFile.class);
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void whatAppearedSinceThePlanIsNotReplaced() throws IOException {
        write("a", "mine");
        UploadPlan upload = upload("a");
        store.putText("in/a", "theirs");
        queue.submit(upload, reports::add);
        assertThat(awaitReport(1).failed()).isEqualTo(1);
        assertThat(row("a").failure()).get().isInstanceOf(Failure.Conflict.class);
        assertThat(row("a").attempts()).isEqualTo(1);
        assertThat(store.text("in/a")).isEqualTo("theirs");

        var download = download("out");
        write("out/in/a", "mine too");
        queue.submit(download, reports::add);
        assertThat(awaitReport(2).failed()).isEqualTo(1);
        assertThat(disk.resolve("out/in/a")).hasContent("mine too");
    }

    @Test
    void anObjectOfTheSameBytesIsNoConflict() throws IOException {
        write("a", "same");
        UploadPlan plan = upload("a");
        store.putText("in/a", "same");
        queue.submit(plan, reports::add);
        assertThat(awaitReport(1).done()).isEqualTo(1);
    }

    @Test
    void aLinkPutInTheWayOfADownloadIsNoticed() throws IOException {
        store.putText("d/x", "text");
        var plan = download("out");
        Path elsewhere = Files.createDirectories(disk.resolve("elsewhere"));
        Files.createDirectories(disk.resolve("out"));
        Files.createSymbolicLink(disk.resolve("out/d"), elsewhere);
        queue.submit(plan, reports::add);
        assertThat(awaitReport(1).failed()).isEqualTo(1);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void versionsTellOfChangesAndSnapshotsStayAsTheyWere() throws IOException {
        write("a", "x".repeat(100_000));
        CountDownLatch open = new CountDownLatch(1);
        holdUntil(open);
        long before = queue.version();
        QueueSnapshot empty = queue.snapshot();
        UploadPlan plan = planWhileHeld(open);
        holdUntil(open);
        queue.submit(plan, reports::add);
        await().until(() -> row("a").state() == TransferState.RUNNING);
        QueueSnapshot running = queue.snapshot();
        assertThat(running.version()).isGreaterThan(before);
        assertThat(empty.transfers()).isEmpty();
        open.countDown();
        awaitReport(1);
        assertThat(queue.version()).isGreaterThan(running.version());
        assertThat(running.transfers())
                .extracting(TransferSnapshot::state, TransferSnapshot::doneBytes)
                .containsExactly(tuple(TransferState.RUNNING, 0L));
        assertThat(queue.snapshot().changedSince(running)).containsExactly(0);
    }

    private UploadPlan planWhileHeld(CountDownLatch open) {
        store.disturb((operation, address, cancellation) -> assertThat(open.getCount()).isOne());
        return upload("a");
    }

    @Test
    void finishedAndFailedLeaveTheListWhenAsked() throws IOException {
        write("good", "1");
        UploadPlan plan = upload("good", "vanished");
        queue.submit(plan, reports::add);
        awaitReport(1);
        QueueSnapshot before = queue.snapshot();
        queue.clearFinished();
        assertThat(queue.snapshot().transfers())
                .extracting(TransferSnapshot::state)
                .containsExactly(TransferState.FAILED);
        assertThat(queue.snapshot().sameRows(before)).isFalse();
        queue.clearFailed();
        assertThat(queue.snapshot().transfers()).isEmpty();
        assertThat(queue.snapshot().totals().count()).isZero();
    }

    @Test
    void aClosedQueueTakesNothing() throws IOException {
        write("a", "1");
        UploadPlan plan = upload("a");
        queue.close();
        assertThatIllegalStateException().isThrownBy(() -> queue.submit(plan, reports::add));
    }
}
