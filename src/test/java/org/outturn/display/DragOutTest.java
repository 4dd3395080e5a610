package org.outturn.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows dragged out of the window arrive in another program as files. */
@Tag("display")
class DragOutTest {
    private static final String READY = "Ready: drag it out of the window now.";

    @TempDir private Path home;
    @TempDir private Path taken;
    @TempDir private Path serverFolder;

    private final Mouse mouse = new Mouse();
    private Bucket bucket;
    private ProgramWindow window;

    @BeforeEach
    void open() throws Exception {
        bucket = Bucket.in(serverFolder);
        bucket.put("job/report.md", "# Report\n\nAll is well.\n");
        bucket.put("job/summary.json", "{\"pages\":3}");
        bucket.put("job/zoë + co.txt", "naïve\n");
        bucket.put("job/pages/1.txt", "one");
        bucket.put("job/pages/deep/2.txt", "two");
        window = ProgramWindow.open(home, bucket.server());
        window.goTo(bucket.prefix("job/"), "pages/", "report.md", "summary.json", "zoë + co.txt");
    }

    @AfterEach
    void close() throws IOException {
        window.close();
        bucket.close();
    }

    @Test
    void oneObject() throws Exception {
        try (Child taker = Child.of(FileTaker.class, taken)) {
            taker.awaitLine(FileTaker.SHOWN);
            mouse.click(window.pointOf("report.md"));
            dragOut("report.md", taker);
            taker.awaitLine(FileTaker.took(1));
        }
        assertThat(Trees.read(taken)).isEqualTo(Map.of("report.md", "# Report\n\nAll is well.\n"));
    }

    @Test
    void severalObjectsAndFolder() throws Exception {
        try (Child taker = Child.of(FileTaker.class, taken)) {
            taker.awaitLine(FileTaker.SHOWN);
            mouse.click(window.pointOf("pages/"));
            mouse.click(window.pointOf("summary.json"), "ctrl");
            mouse.click(window.pointOf("zoë + co.txt"), "ctrl");
            await().untilAsserted(() ->
                    assertThat(window.selected())
                            .containsExactly("pages/", "summary.json", "zoë + co.txt"));
            dragOut("summary.json", taker);
            taker.awaitLine(FileTaker.took(3));
        }
        var wanted = new TreeMap<String, String>();
        bucket.objects().forEach((key, bytes) -> wanted.put(key.substring("job/".length()), bytes));
        wanted.remove("report.md");
        assertThat(Trees.read(taken)).isEqualTo(wanted).hasSize(4);
    }

    @Test
    void backOnTheOwnTableNothingHappens() throws Exception {
        Map<String, String> before = bucket.objects();
        mouse.click(window.pointOf("report.md"));
        press("report.md");
        mouse.glideTo(window.pointBelowRows());
        assertThat(window.dropHint()).isEmpty();
        mouse.release();
        await("the drag ends").atMost(Duration.ofSeconds(20)).until(() -> !window.isDragging());
        assertThat(window.transfers()).isZero();
        assertThat(bucket.objects()).isEqualTo(before);
    }

    /**
     * Drags rows until the other program sees them. As for an operator, the first drag may come
     * before the files are fetched; the window then says when they are ready.
     */
    private void dragOut(String row, Child taker) {
        press(row);
        mouse.glideTo(OtherWindow.middle(FileTaker.PLACE));
        mouse.trembleUntil(
                "files hover over the other program", () -> taker.hasSaid(FileTaker.OVER));
        mouse.release();
    }

    private void press(String row) {
        mouse.moveTo(window.pointOf(row));
        mouse.press();
        mouse.glideTo(window.pointOf(row).add(30, 0));
        mouse.trembleUntil(
                "a drag starts, or is promised", () -> window.isDragging() || window.says(READY));
        if (!window.isDragging()) {
            mouse.release();
            mouse.moveTo(window.pointOf(row));
            mouse.press();
            mouse.glideTo(window.pointOf(row).add(30, 0));
            mouse.trembleUntil("the drag starts", window::isDragging);
        }
    }
}
