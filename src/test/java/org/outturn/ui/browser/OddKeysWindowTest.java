package org.outturn.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;
import org.outturn.testkit.Fx;
import org.outturn.testkit.Http;
import org.outturn.testkit.WindowTest;

/** Keys that are odd, but keys, all the way through the window. */
class OddKeysWindowTest extends WindowTest {
    @TempDir private Path local;

    static Stream<String> oddKeys() {
        return Stream.of(
                "spaces/two  spaces/ at both ends ",
                "plus+and%2Bpercent+%/100%",
                "hash#and?question=mark&amp;<xml>",
                "quotes'\"`/$(x);|",
                "back\\slash:colon*star",
                "new\nline/tab\there",
                "emoji 📄/👩‍🔬.txt",
                "combining e\u0301 and composed \u00e9",
                "/leading/slash",
                "//two/leading",
                "double//slash///here",
                "ends in slash/",
                "./dot",
                "../up",
                "a/../b",
                "a/..",
                "..",
                "k".repeat(1024),
                "é".repeat(512));
    }

    @BeforeEach
    void forget() {
        connectUnlessConnected();
        window.toasts().clear();
        window.clearClipboard();
        window.transfers().clear();
    }

    @ParameterizedTest
    @MethodSource("oddKeys")
    void goesAllTheWay(String key) throws Exception {
        String content = "content of " + key.codePointAt(0) + " in " + key.length();
        put(key, content);
        Prefix place = new ObjectAddress(BUCKET, key).parent();
        walkTo(place);
        if (key.endsWith("/")) {
            // what "new folder" makes: the folder is opened, and shows the object as itself
            window.browser().doubleClick(key);
            window.browser().at(new Prefix(BUCKET, key));
        }

        window.browser().select(key);
        Fx.untilThat(
                window.inspector()::previewText,
                text -> Assertions.assertThat(text).isEqualTo(content));

        window.press(KeyCode.CONTROL, KeyCode.C);
        Fx.until("a link", () -> window.clipboard().startsWith("http"));
        assertThat(Http.get(URI.create(window.clipboard()))).asString().isEqualTo(content);

        Path target = Files.createDirectories(local.resolve("chosen"));
        window.choosers().nextFolder(target);
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.transfers().ended(1);
        assertDownloaded(key, content, target);

        window.press(KeyCode.DELETE);
        assertThat(window.sheet().title()).isEqualTo("Delete 1 object?");
        window.sheet().agree();
        assertThat(window.toasts().await("1 object deleted.")).isNotEmpty();
        assertThat(storedKeys("")).doesNotContain(key);
    }

    /** From the top, level by level, as somebody does who does not know the key. */
    private void walkTo(Prefix place) {
        go("");
        var at = new Prefix(BUCKET, "");
        while (!at.equals(place)) {
            String rest = place.value().substring(at.value().length());
            at = new Prefix(BUCKET, at.value() + rest.substring(0, rest.indexOf('/') + 1));
            window.browser().doubleClick(at.value());
            window.browser().at(at);
        }
    }

    private void assertDownloaded(String key, String content, Path target) throws IOException {
        assertThat(target.getParent().toFile().list())
                .as("nothing but the chosen folder was written to")
                .containsExactly("chosen");
        try (Stream<Path> files = Files.walk(target)) {
            List<Path> written = files.filter(Files::isRegularFile).toList();
            if (key.endsWith("/")) {
                return;
            }
            assertThat(written).hasSize(1);
            assertThat(Files.readString(written.getFirst(), StandardCharsets.UTF_8))
                    .isEqualTo(content);
        }
    }

    @Test
    void aKeyCanBeObjectAndPrefix() throws Exception {
        put("twice/both", "the object");
        put("twice/both/below", "below it");
        go("twice/").shows("twice/both/", "twice/both");

        window.browser().select("twice/both");
        Fx.untilThat(
                window.inspector()::previewText,
                text -> Assertions.assertThat(text).isEqualTo("the object"));
        window.choosers().nextFolder(local);
        window.browser().selectAll();
        window.click("#download");
        window.transfers().ended(2);

        try (Stream<Path> files = Files.walk(local)) {
            List<String> contents =
                    files.filter(Files::isRegularFile).map(OddKeysWindowTest::read).toList();
            assertThat(contents).containsExactlyInAnyOrder("the object", "below it");
        }
        window.browser().select("twice/both");
        window.press(KeyCode.DELETE);
        window.sheet().agree();
        window.browser().shows("twice/both/");
        assertThat(storedKeys("twice/")).containsExactly("twice/both/below");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
