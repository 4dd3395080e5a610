package org.outturn.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/** Walking through a bucket, by mouse, keyboard and address. */
class WalkWindowTest extends WindowTest {
    @Override
    protected void fill() {
        put("reports/2026/november/a.txt", "a");
        put("reports/2026/november/b.txt", "bb");
        put("reports/2026/summary.json", "{}");
        put("reports/2025/old.txt", "old");
        put("parsed/one.md", "# One");
        put("parsed/two.md", "# Two");
        put("uploads/scan.pdf", "%PDF-1.4");
        put("readme.txt", "hello");
    }

    @BeforeAll
    void open() {
        connect();
    }

    @BeforeEach
    void startAtTheTop() {
        window.toasts().clear();
        go("");
    }

    @Test
    void byDoubleClick() {
        window.browser().shows("parsed/", "reports/", "uploads/", "readme.txt");

        window.browser().doubleClick("reports/");
        window.browser().at(BUCKET, "reports/").shows("reports/2025/", "reports/2026/");
        window.browser().doubleClick("reports/2026/");
        window.browser()
                .at(BUCKET, "reports/2026/")
                .shows("reports/2026/november/", "reports/2026/summary.json");

        assertThat(window.browser().crumbs()).containsExactly(BUCKET, "reports", "2026");
        assertThat(window.browser().status())
                .startsWith("1 folder, 1 file, 2 B (complete listing,");
    }

    @Test
    void byKeyboardAlone() {
        window.browser().focusTable();
        window.press(KeyCode.DOWN);
        Fx.until("a row is selected", () -> !window.browser().selected().isEmpty());
        while (!window.browser().selected().equals(List.of("reports/"))) {
            List<String> before = window.browser().selected();
            window.press(KeyCode.DOWN);
            Fx.until("the selection moves on", () -> !window.browser().selected().equals(before));
        }

        window.press(KeyCode.ENTER);
        window.browser().at(BUCKET, "reports/");
        window.press(KeyCode.BACK_SPACE);

        window.browser().at(BUCKET, "");
        Fx.untilThat(
                window.browser()::selected,
                keys -> Assertions.assertThat(keys).containsExactly("reports/"));
        window.press(KeyCode.ENTER);
        window.browser().at(BUCKET, "reports/");
        window.press(KeyCode.ALT, KeyCode.UP);
        window.browser().at(BUCKET, "");
    }

    @Test
    void byPathAndUpButton() {
        go("reports/2026/november/");

        window.browser().clickCrumb("reports");
        window.browser().at(BUCKET, "reports/");
        window.click("#up");
        window.browser().at(BUCKET, "");

        assertThat(Fx.get(() -> window.part(Node.class, "#up").isDisabled())).isTrue();
    }

    @Test
    void byOutputsAndTree() {
        Fx.untilThat(
                window.places()::lines,
                lines ->
                        Assertions.assertThat(lines)
                                .contains("OUTPUTS", "Parsed documents, 2", "Uploads, 1")
                                .contains("ALL FILES", BUCKET, "reports"));

        window.places().click("Parsed documents, 2");
        Fx.untilThat(
                () -> window.outputs().lines(),
                lines ->
                        Assertions.assertThat(lines).containsExactlyInAnyOrder("one.md", "two.md"));
        window.places().toggle("reports");
        window.places().click("2025");

        window.browser().at(BUCKET, "reports/2025/").shows("reports/2025/old.txt");
    }

    @Test
    void byAnAddressInTheSearchField() {
        window.goTo("s3://" + BUCKET + "/reports/2026/november/b.txt");

        arrivesAt("reports/2026/november/", "reports/2026/november/b.txt");
        window.goTo(server.endpoint() + "/" + BUCKET + "/parsed/two.md");
        arrivesAt("parsed/", "parsed/two.md");
        assertThat(window.browser().selectionStatus()).isEqualTo("1 selected, 5 B");
    }

    @Test
    void byALinkThatSomebodySent() {
        go("reports/2026/november/").select("reports/2026/november/a.txt");
        window.clearClipboard();
        window.press(KeyCode.CONTROL, KeyCode.C);
        Fx.until("the link is there", () -> window.clipboard().startsWith("http"));
        String link = window.clipboard();
        go("");

        window.goTo(link);

        arrivesAt("reports/2026/november/", "reports/2026/november/a.txt");
        assertThat(window.toasts().await("The link that you pasted works until")).isNotEmpty();
    }

    @Test
    void anAddressOnAnotherServerIsNotFollowed() {
        window.goTo(
                "https://s3.example.com/"
                        + BUCKET
                        + "/parsed/two.md?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                        + "&X-Amz-Credential=KEY%2F20261121%2Fus-east-1%2Fs3%2Faws4_request"
                        + "&X-Amz-Date=20261121T000000Z&X-Amz-Expires=3600"
                        + "&X-Amz-SignedHeaders=host&X-Amz-Signature="
                        + "0".repeat(64));

        assertThat(window.toasts().await("not on this connection")).contains("s3.example.com");
        window.browser().at(BUCKET, "");
        window.search("");
    }

    @Test
    void anUnknownBucketSaysSoAndTheOtherIsStillThere() {
        window.goTo("s3://no-such-bucket/folder/");

        Fx.untilThat(
                window.browser()::placeholder,
                text ->
                        Assertions.assertThat(text)
                                .contains(
                                        "There is no such bucket on this server.",
                                        "Check the name of the bucket"));
        assertThat(window.browser().status()).contains("the listing broke off");
        go("parsed/").shows("parsed/one.md", "parsed/two.md");
    }

    @Test
    void whatIsNewTurnsUpWithF5() {
        go("reports/2025/").shows("reports/2025/old.txt");
        put("reports/2025/new.txt", "new");

        window.browser().select("reports/2025/old.txt");
        window.press(KeyCode.F5);

        window.browser().shows("reports/2025/new.txt", "reports/2025/old.txt");
        assertThat(window.browser().selected()).containsExactly("reports/2025/old.txt");
    }

    private void arrivesAt(String prefix, String key) {
        window.browser().at(BUCKET, prefix);
        Fx.untilThat(
                window.browser()::selected,
                keys -> Assertions.assertThat(keys).containsExactly(key));
    }
}
