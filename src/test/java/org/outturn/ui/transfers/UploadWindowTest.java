package org.outturn.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.sample.LoggedRequest;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;
import org.outturn.transfer.TransferState;

/** Uploading, from the choice of files to the rows in the table. */
class UploadWindowTest extends WindowTest {
    private static final SampleKey ALL = SampleKey.of("ALLKEY", "all-secret");
    private static final SampleKey NO_PUT =
            SampleKey.of("NOPUT", "no-put-secret").denying("s3:PutObject");

    @TempDir private Path local;
    private volatile CountDownLatch held = new CountDownLatch(0);

    @Override
    protected SampleOptions options() {
        return SampleOptions.DEFAULTS
                .withKey(ALL)
                .withKey(NO_PUT)
                .withRequestLog(this::holdWhatIsSlow);
    }

    /** What is put under a name with "slow" in it is not answered until it is let go. */
    private void holdWhatIsSlow(LoggedRequest request) {
        if (request.method().equals("PUT") && request.path().contains("slow")) {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    protected void fill() {
        put("taken/same.txt", "same");
        put("taken/other.txt", "what was there");
        put("retry/there.txt", "there");
    }

    @BeforeEach
    void forgetTransfers() {
        connectUnlessConnected();
        window.toasts().clear();
        window.transfers().clear();
    }

    @AfterEach
    void letGo() {
        held.countDown();
        // what is left would come back from the journal with the next connection
        window.transfers().clear();
    }

    @Test
    void newFilesStartAtOnce() throws IOException {
        byte[] large = new byte[20 << 20];
        ThreadLocalRandom.current().nextBytes(large);
        Path a = Files.writeString(local.resolve("a.txt"), "content of a");
        Path b = Files.write(local.resolve("b with spaces.bin"), large);
        go("fresh/");

        upload(a, b);

        window.transfers().ended(2);
        assertThat(window.sheet().isShown())
                .as("nothing is in the way, nothing is asked")
                .isFalse();
        assertThat(window.transfers().names(TransferState.DONE))
                .containsExactlyInAnyOrder("a.txt", "b with spaces.bin");
        window.browser().shows("fresh/a.txt", "fresh/b with spaces.bin");
        assertThat(window.toasts().await("2 files uploaded.")).isNotEmpty();
        assertThat(window.transfers().summary()).isEqualTo("2 done");
        assertThat(storedContent("fresh/b with spaces.bin")).isEqualTo(large);
        assertThat(storedContent("fresh/a.txt")).asString().isEqualTo("content of a");
    }

    @Test
    void aFolderGoesWithItsName() throws IOException {
        Path folder = local.resolve("job");
        Files.createDirectories(folder.resolve("images"));
        Files.writeString(folder.resolve("content.md"), "# Content");
        Files.writeString(folder.resolve("images/one.txt"), "1");
        go("folders/");
        window.choosers().nextFolder(folder);

        window.browser().uploadMenu("uploadFolder");

        window.transfers().ended(2);
        window.browser().shows("folders/job/");
        assertThat(storedKeys("folders/"))
                .containsExactly("folders/job/content.md", "folders/job/images/one.txt");
    }

    @Test
    void whatIsInTheWayIsAskedAbout() throws IOException {
        Path same = Files.writeString(local.resolve("same.txt"), "same");
        Path other = Files.writeString(local.resolve("other.txt"), "what is new and longer");
        Path fresh = Files.writeString(local.resolve("fresh.txt"), "fresh");
        go("taken/");

        upload(same, other, fresh);

        assertThat(window.sheet().title()).isEqualTo("Upload to s3://outputs/taken/");
        assertThat(window.sheet().plan())
                .containsExactlyInAnyOrder(
                        List.of("fresh.txt", "5 B", "new", "not there yet"),
                        List.of("other.txt", "22 B", "replace", "another size"),
                        List.of("same.txt", "4 B", "skip", "the same content is there"));
        assertThat(window.sheet().action()).isEqualTo("Upload 2 files");
        window.sheet().choose("Leave what is there");
        assertThat(window.sheet().action()).isEqualTo("Upload 1 file");
        window.sheet().choose("Keep both (the new one gets a number)");
        assertThat(window.sheet().action()).isEqualTo("Upload 3 files");
        assertThat(window.sheet().text()).contains("3 new; 31 B to upload");
        window.sheet().choose("Replace what differs, skip what is the same");
        window.sheet().agree();

        window.transfers().ended(3);
        assertThat(window.transfers().names(TransferState.SKIPPED)).containsExactly("same.txt");
        assertThat(window.toasts().await("uploaded")).isEqualTo("2 files uploaded, 1 skipped.");
        assertThat(storedContent("taken/other.txt")).asString().isEqualTo("what is new and longer");
        window.browser().shows("taken/fresh.txt", "taken/other.txt", "taken/same.txt");
    }

    @Test
    void nothingMovesWhenTheQuestionIsCancelled() throws IOException {
        Path file = Files.writeString(local.resolve("there.txt"), "not wanted after all");
        go("retry/");

        upload(file);
        assertThat(window.sheet().title()).startsWith("Upload to");
        window.sheet().cancel();

        assertThat(window.transfers().rows()).isEmpty();
        assertThat(storedContent("retry/there.txt")).asString().isEqualTo("there");
    }

    @Test
    void whatFailedCanBeTriedAgain() throws IOException {
        Path there = Files.writeString(local.resolve("there.txt"), "changed");
        Path vanishing = Files.writeString(local.resolve("vanishing.txt"), "here again");
        go("retry/");
        upload(there, vanishing);
        assertThat(window.sheet().title()).startsWith("Upload to");
        Path aside = Files.move(vanishing, local.resolve("aside"));
        window.sheet().choose("Leave what is there");
        window.sheet().agree();

        window.transfers().ended(2);
        assertThat(window.transfers().names(TransferState.FAILED)).containsExactly("vanishing.txt");
        assertThat(window.transfers().stateText("vanishing.txt"))
                .startsWith("failed: The file or folder ")
                .contains("vanishing.txt");
        assertThat(window.toasts().await("1 failed"))
                .startsWith("1 skipped, 1 failed. The file or folder ");

        Files.move(aside, vanishing);
        window.click("#retryFailed");

        Fx.until(
                "it is done",
                () -> window.transfers().names(TransferState.DONE).contains("vanishing.txt"));
        Fx.untilThat(
                window.browser()::keys,
                keys -> Assertions.assertThat(keys).contains("retry/vanishing.txt"));
        assertThat(storedContent("retry/vanishing.txt")).asString().isEqualTo("here again");
        Fx.until("nothing is left to retry", () -> !window.isShown("#retryFailed"));
    }

    @Test
    void deniedUploadsNameThePermission() throws IOException {
        Path file = Files.writeString(local.resolve("denied.txt"), "denied");
        connectAs(NO_PUT);
        go("denied/");

        upload(file);

        window.transfers().ended(1);
        assertThat(window.transfers().stateText("denied.txt"))
                .startsWith("failed: These keys are not allowed")
                .contains("s3:PutObject");
        assertThat(window.toasts().await("1 failed")).isNotEmpty();
    }

    @Test
    void aRunningUploadShowsABarAndCanBeCancelled() throws IOException {
        held = new CountDownLatch(1);
        Path slow = Files.writeString(local.resolve("slow.txt"), "slow");
        go("cancelled/");

        upload(slow);

        Fx.until("a bar", () -> bar() != null && Fx.isShown(bar()));
        assertThat(window.transfers().names(TransferState.RUNNING)).containsExactly("slow.txt");
        assertThat(window.isShown("#cancelAll")).isTrue();
        window.click(".transfer-table .do-cancel");

        window.transfers().ended(1);
        assertThat(window.transfers().names(TransferState.CANCELLED)).containsExactly("slow.txt");
        Fx.untilThat(
                window.transfers()::summary,
                text -> Assertions.assertThat(text).isEqualTo("1 cancelled"));
    }

    @Test
    void leavingWhileTransfersRunIsAskedAbout() throws IOException {
        held = new CountDownLatch(1);
        go("leaving/");
        upload(Files.writeString(local.resolve("slow leaving.txt"), "slow"));
        Fx.until("it runs", () -> !window.transfers().names(TransferState.RUNNING).isEmpty());

        window.start().show().fill(server).connect();
        assertThat(window.sheet().title()).isEqualTo("Leave with transfers running?");
        window.sheet().cancel();
        Fx.until("the form can be used", () -> !window.part(Button.class, "#connect").isDisabled());

        window.start().connect();
        assertThat(window.sheet().text()).contains("One transfer is still running.");
        window.sheet().agree();
        window.browser().at(BUCKET, "");

        held.countDown();
        window.transfers().ended(1);
        assertThat(window.transfers().names(TransferState.DONE))
                .as("it goes on when its connection is opened again")
                .containsExactly("slow leaving.txt");
    }

    private ProgressBar bar() {
        return window.part(ProgressBar.class, ".transfer-table .progress-bar");
    }

    private void upload(Path... files) {
        window.choosers().nextFiles(files);
        window.click("#upload");
    }
}
