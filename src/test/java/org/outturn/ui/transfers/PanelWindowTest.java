package org.outturn.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.sample.LoggedRequest;
import org.outturn.sample.SampleOptions;
import org.outturn.testkit.Fx;
import org.outturn.testkit.TransfersPane;
import org.outturn.testkit.WindowTest;
import org.outturn.transfer.TransferState;
import org.outturn.ui.common.PartsLabel;

/** The panel of transfers: folders, what can be done, and what is shown. */
class PanelWindowTest extends WindowTest {
    private static final String FIRST = "a%20slow%2010.txt";

    private final List<String> stored = Collections.synchronizedList(new ArrayList<>());
    @TempDir private Path local;
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile CountDownLatch heldFirst = new CountDownLatch(0);
    private volatile String holding = "slow";

    @Override
    protected SampleOptions options() {
        return SampleOptions.DEFAULTS.withRequestLog(this::answering);
    }

    /** What is put under a name with a certain word in it is not answered until it is let go. */
    private void answering(LoggedRequest request) {
        if (!request.method().equals("PUT")) {
            return;
        }
        stored.add(request.path().substring(request.path().lastIndexOf('/') + 1));
        if (request.path().contains(holding)) {
            try {
                (request.path().contains(FIRST) ? heldFirst : held).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    protected void fill() {
        put("taken/there.txt", "there");
    }

    @BeforeAll
    void open() {
        connect();
    }

    @BeforeEach
    void forget() {
        window.toasts().clear();
        window.transfers().clear();
        stored.clear();
        holding = "slow";
    }

    @AfterEach
    void letGo() {
        held.countDown();
        heldFirst.countDown();
        window.transfers().clear();
    }

    private TransfersPane transfers() {
        return window.transfers();
    }

    @Test
    void aFolderIsOneLineThatUnfolds() throws IOException {
        folder("job", "a.txt", "images/b.txt", "c.txt");
        go("fold/");

        uploadFolder("job");

        transfers().ended(3).showsLines("job").says("job", "3 files done");
        window.click(transfers().inLine("job", ".fold"));
        transfers().showsLines("job", "a.txt", "c.txt", "b.txt");
        transfers().select("job");
        window.press(KeyCode.LEFT);
        transfers().showsLines("job");
        window.press(KeyCode.RIGHT);
        transfers().showsLines("job", "a.txt", "c.txt", "b.txt");
        transfers().clear().showsLines();
    }

    @Test
    void aFolderTellsHowFarItIs() throws IOException {
        held = new CountDownLatch(1);
        folder("mixed", "one.txt", "slow.txt", "two.txt");
        go("progress/");

        uploadFolder("mixed");

        transfers().beginsToSay("mixed", "2 of 3");
        held.countDown();
        transfers().ended(3).says("mixed", "3 files done");
    }

    @Test
    void aFolderIsPausedResumedCancelledAndTriedAgainAsAWhole() throws IOException {
        held = new CountDownLatch(1);
        folder("whole", "slow 1.txt", "slow 2.txt", "slow 3.txt");
        go("whole/");
        uploadFolder("whole");
        Fx.until("they run", () -> transfers().names(TransferState.RUNNING).size() == 3);

        window.click(transfers().inLine("whole", ".do-pause"));
        Fx.until("they stand", () -> transfers().names(TransferState.PAUSED).size() == 3);
        transfers().says("whole", "0 of 3 files · paused");
        window.click(transfers().inLine("whole", ".do-resume"));
        Fx.until("they run again", () -> transfers().names(TransferState.RUNNING).size() == 3);
        window.click(transfers().inLine("whole", ".do-cancel"));
        transfers().ended(3).says("whole", "3 cancelled");
        assertThat(transfers().menu("whole")).containsExactly("Try again", "Show the files");

        held.countDown();
        window.click(transfers().inLine("whole", ".do-retry"));
        transfers().says("whole", "3 files done");
        assertThat(transfers().menu("whole")).containsExactly("Show the files");
        assertThat(storedKeys("whole/"))
                .containsExactly(
                        "whole/whole/slow 1.txt",
                        "whole/whole/slow 2.txt",
                        "whole/whole/slow 3.txt");
    }

    @Test
    void spacePausesAndResumesAndDeleteCancels() throws IOException {
        held = new CountDownLatch(1);
        go("keys/");
        upload("slow.txt");
        Fx.until("it runs", () -> !transfers().names(TransferState.RUNNING).isEmpty());
        assertThat(transfers().menu("slow.txt")).containsExactly("Pause", "Cancel");

        transfers().select("slow.txt");
        window.press(KeyCode.SPACE);
        transfers().says("slow.txt", "paused");
        assertThat(transfers().menu("slow.txt")).containsExactly("Resume", "Send first", "Cancel");
        transfers().select("slow.txt");
        window.press(KeyCode.SPACE);
        Fx.until("it runs again", () -> !transfers().names(TransferState.RUNNING).isEmpty());
        window.press(KeyCode.DELETE);
        transfers().says("slow.txt", "cancelled");
    }

    @Test
    void whatIsSentFirstGoesBeforeTheRest() throws IOException {
        held = new CountDownLatch(1);
        heldFirst = new CountDownLatch(1);
        List<String> names = new ArrayList<>();
        for (int i = 10; i < 74; i++) {
            // the plan goes by name
            names.add((i < 34 ? "a slow " : "b later ") + i + ".txt");
        }
        go("first/");
        upload(names.toArray(String[]::new));
        Fx.until("many wait", () -> transfers().names(TransferState.RUNNING).size() == 24);

        transfers().select("a slow 10.txt");
        window.press(KeyCode.END);
        transfers().select("b later 73.txt");
        window.press(KeyCode.SPACE);
        Fx.until("it stands", () -> !transfers().names(TransferState.PAUSED).isEmpty());
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        // only then may the others go on: else they might be quicker than the keys
        Fx.until("it waits again", () -> transfers().names(TransferState.PAUSED).isEmpty());
        // one place alone becomes free: those that start at the same time arrive in any order
        heldFirst.countDown();
        Fx.until("the next has come", () -> !later().isEmpty());
        assertThat(later().getFirst()).isEqualTo("b%20later%2073.txt");
        held.countDown();

        transfers().ended(64);
        assertThat(later()).hasSize(40);
    }

    private List<String> later() {
        synchronized (stored) {
            return stored.stream().filter(name -> name.startsWith("b%20later")).toList();
        }
    }

    @Test
    void allArePausedAndResumed() throws IOException {
        held = new CountDownLatch(1);
        go("all/");
        upload("slow a.txt", "slow b.txt");
        Fx.until("they run", () -> transfers().names(TransferState.RUNNING).size() == 2);

        assertThat(window.isShown("#resumeAll")).isFalse();
        window.click("#pauseAll");
        Fx.until("they stand", () -> transfers().names(TransferState.PAUSED).size() == 2);
        Fx.until("nothing is left to pause", () -> !window.isShown("#pauseAll"));
        assertThat(transfers().summary()).isEqualTo("0 % · 2 paused · 0 B of 20 B");
        held.countDown();
        window.click("#resumeAll");

        transfers().ended(2);
        assertThat(transfers().names(TransferState.DONE)).hasSize(2);
        Fx.until("nothing is left to resume", () -> !window.isShown("#resumeAll"));
    }

    @Test
    void whereItIsNarrowWholePartsOfTheSummaryGo() throws IOException {
        held = new CountDownLatch(1);
        go("narrow/");
        upload("slow a.txt", "slow b.txt");
        PartsLabel summary = window.part(PartsLabel.class, ".transfers #summary");
        Fx.until("they run", () -> transfers().names(TransferState.RUNNING).size() == 2);
        Stage stage = (Stage) window.scene().getWindow();
        double width = stage.getWidth();
        try {
            Fx.run(() -> stage.setWidth(1_500));
            Fx.until("all is shown", () -> summary.whole().equals(summary.getText()));
            assertThat(Fx.get(summary::getTooltip)).isNull();
            Fx.run(() -> stage.setWidth(900));
            Fx.until(
                    "the last parts are gone",
                    () -> summary.whole().startsWith(summary.getText() + " · "));
            assertThat(summary.whole()).contains("2 files left").endsWith(" of 20 B");
            assertThat(Fx.get(summary::isTextTruncated)).isFalse();
            assertThat(Fx.get(() -> summary.getTooltip().getText())).isEqualTo(summary.whole());
            assertThat(Fx.get(summary::getAccessibleText)).isEqualTo(summary.whole());
        } finally {
            Fx.run(() -> stage.setWidth(width));
        }
    }

    @Test
    void aFilterShowsWhatIsLookedFor() throws IOException {
        held = new CountDownLatch(1);
        folder("found", "alpha.txt", "beta.txt", "slow.txt");
        go("filter/");
        uploadFolder("found");
        upload("gamma.txt");
        Fx.until("three are done", () -> transfers().names(TransferState.DONE).size() == 3);
        transfers().showsLines("found", "gamma.txt");

        window.click("#showFilter");
        window.node("#show-done");
        Fx.untilThat(() -> label("#show-done"), text -> assertThat(text).isEqualTo("Done 3"));
        assertThat(label("#show-all")).isEqualTo("All 4");
        assertThat(window.isShown("#show-failed")).as("nothing has failed").isFalse();
        window.click("#show-running");
        transfers().showsLines("found", "slow.txt");
        window.toasts().clear();
        window.click(transfers().inLine("found", ".fold"));
        transfers().showsLines("found");
        window.click("#show-done");
        transfers().showsLines("found", "alpha.txt", "beta.txt", "gamma.txt");
        Fx.run(() -> window.part(TextField.class, "#filterText").setText("MA txt"));
        transfers().showsLines("gamma.txt");
        held.countDown();
        transfers().ended(4);
        window.click("#showFilter");
        transfers().showsLines("found", "gamma.txt");
    }

    @Test
    void thePanelClosesWhenAPlanComesToNothing() throws IOException {
        transfers().shown(false);
        Path there = Files.writeString(local.resolve("there.txt"), "changed");
        go("taken/");
        window.choosers().nextFiles(there);

        window.click("#upload");
        assertThat(window.sheet().title()).startsWith("Upload to");
        window.sheet().cancel();

        Fx.until("the panel is closed", () -> !window.isShown(".transfers"));
    }

    private String label(String button) {
        return window.part(ToggleButton.class, button).getText();
    }

    private void folder(String name, String... files) throws IOException {
        for (String file : files) {
            Path path = local.resolve(name).resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, file);
        }
    }

    private void uploadFolder(String name) {
        window.choosers().nextFolder(local.resolve(name));
        window.browser().uploadMenu("uploadFolder");
    }

    private void upload(String... names) throws IOException {
        Path[] files = new Path[names.length];
        for (int i = 0; i < names.length; i++) {
            files[i] = Files.writeString(local.resolve(names[i]), names[i]);
        }
        window.choosers().nextFiles(files);
        window.click("#upload");
    }
}
