package org.outturn.ui.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outturn.sample.LoggedRequest;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectTags;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;
import org.outturn.ui.browser.OutputsChoice;

/** An operator who looks for a client's outputs, most of which are not in sight. */
class TagFilterWindowTest extends WindowTest {
    private static final int OUTPUTS = 200;
    private static final SampleKey ALL = SampleKey.of("ALLKEY", "all-secret");
    private static final SampleKey NO_GET =
            SampleKey.of("NOGET", "no-get-secret").denying("s3:GetObjectTagging");

    private final Semaphore answers = new Semaphore(0);
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    protected SampleOptions options() {
        return SampleOptions.DEFAULTS.withKey(ALL).withKey(NO_GET).withRequestLog(this::hold);
    }

    private void hold(LoggedRequest request) {
        if (request.action().equals("s3:GetObjectTagging")) {
            asked.incrementAndGet();
            answers.acquireUninterruptibly();
        }
    }

    @Override
    protected void fill() {
        for (int i = 0; i < OUTPUTS; i++) {
            put(
                    "monkeyocr/ocr/text/%d_page_%d.png.md".formatted(1_751_160_000 + i, i),
                    ("text " + i).getBytes(StandardCharsets.UTF_8),
                    ObjectAttributes.UNTYPED);
        }
    }

    @BeforeEach
    void begin() {
        answers.drainPermits();
        asked.set(0);
    }

    private void showOutputs() {
        Fx.until(
                "counted",
                () -> Fx.get(() -> window.models().places().outputsProperty().get() != null));
        Fx.run(() -> window.navigation().openOutputs(OutputsChoice.EVERYTHING));
        Fx.untilThat(
                window.outputs()::status,
                text -> assertThat(text).startsWith(OUTPUTS + " outputs"));
    }

    private String reading() {
        return Fx.get(() -> window.part(Label.class, "#tags-reading").getText());
    }

    @Test
    void rowsAppearAsTheirTagsAreRead() {
        answers.release(20);
        asked(store -> {
            for (int i : new int[] {3, 150}) {
                store.setTags(
                        new ObjectAddress(
                                BUCKET,
                                "monkeyocr/ocr/text/%d_page_%d.png.md"
                                        .formatted(1_751_160_000 + i, i)),
                        ObjectTags.of(Map.of("client", "agar")));
            }
            return "";
        });
        connectAs(ALL);
        showOutputs();
        assertThat(window.isShown("#outputs-tagBar")).isFalse();

        window.search("client:agar");
        Fx.untilThat(this::reading, text -> assertThat(text).isEqualTo("Reading tags: 20 of 200"));
        window.pictures("tags-reading");
        answers.release(40);
        Fx.untilThat(this::reading, text -> assertThat(text).isEqualTo("Reading tags: 60 of 200"));
        Fx.untilThat(
                window.outputs()::lines,
                lines -> assertThat(lines).containsExactly("page_150.png"));
        window.click("#tags-stop");
        Fx.untilThat(
                this::reading,
                text ->
                        assertThat(text)
                                .isEqualTo(
                                        "Tags of 60 of 200 outputs were read; the others are not"
                                                + " found by their tags."));
        answers.release(1_000);
        int before = asked.get();
        assertThat(before).isLessThanOrEqualTo(64);
        window.pictures("tags-stopped");

        window.click("#tags-stop");
        Fx.untilThat(
                window.outputs()::lines,
                lines -> assertThat(lines).containsExactly("page_150.png", "page_3.png"));
        Fx.until("nothing more is to be said", () -> !window.isShown("#outputs-tagBar"));
        assertThat(asked.get()).as("each is asked about once").isEqualTo(OUTPUTS);

        window.search("");
        Fx.untilThat(
                window.outputs()::status,
                text -> assertThat(text).startsWith(OUTPUTS + " outputs"));
    }

    @Test
    void whoMayNotReadTagsIsToldSo() {
        answers.release(1_000);
        connectAs(NO_GET);
        showOutputs();

        window.search("client:agar");
        Fx.untilThat(
                this::reading,
                text ->
                        assertThat(text)
                                .isEqualTo(
                                        "Tags cannot be read here, so nothing is found by its"
                                                + " tags."));
        assertThat(asked.get()).isLessThanOrEqualTo(4);
        window.pictures("tags-denied");
        window.search("");
        Fx.until("that is over", () -> !window.isShown("#outputs-tagBar"));
    }
}
