package org.outturn.ui.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.input.KeyCode;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.storage.ObjectAddress;
import org.outturn.testkit.Fx;
import org.outturn.testkit.TagsSheet;
import org.outturn.testkit.WindowTest;
import org.outturn.transfer.TransferState;

/** Tags in the window: of one object, of many, and where they cannot be. */
class TagWindowTest extends WindowTest {
    private static final SampleKey ALL = SampleKey.of("ALLKEY", "all-secret");
    private static final SampleKey NO_GET =
            SampleKey.of("NOGET", "no-get-secret").denying("s3:GetObjectTagging");
    private static final SampleKey NO_PUT =
            SampleKey.of("NOPUT", "no-put-secret").denying("s3:PutObjectTagging");
    private static final String JOB = "20251114_011839_1f0c0000-0000-4000-8000-000000000001";

    @Override
    protected SampleOptions options() {
        return SampleOptions.DEFAULTS.withKey(ALL).withKey(NO_GET).withKey(NO_PUT);
    }

    @BeforeEach
    void forget() {
        if (window.sheet().isShown()) {
            window.sheet().cancel();
        }
        connectUnlessConnected();
        window.toasts().clear();
        window.transfers().clear();
    }

    @Test
    void theTagsOfOneObjectAreChangedAddedAndRemovedAndShownAtOnce() {
        put("one/a.txt", Map.of("client", "old", "keep", "1", "gone", "x"));
        go("one/").select("one/a.txt");
        window.inspector().tab("Tags");
        inspectorShows(Map.of("client", "old", "keep", "1", "gone", "x"));

        window.browser().focusTable();
        window.press(KeyCode.CONTROL, KeyCode.T);
        TagsSheet sheet = new TagsSheet(window).ready();
        assertThat(window.sheet().title()).isEqualTo("Tags of a.txt");
        assertThat(sheet.scope()).isEqualTo("s3://outputs/one/a.txt");
        assertThat(sheet.rows())
                .containsExactly(
                        Map.entry("client", "old"), Map.entry("gone", "x"), Map.entry("keep", "1"));
        assertThat(sheet.count()).isEqualTo("3 of 10 tags");
        assertThat(window.sheet().canAgree()).isFalse();

        sheet.type(0, "client", " agar ").remove(1).add("type", "scrape-output");
        assertThat(window.sheet().canAgree()).isTrue();
        window.press(KeyCode.ENTER);
        window.sheet().gone();

        inspectorShows(Map.of("client", "agar", "keep", "1", "type", "scrape-output"));
        assertThat(window.toasts().await("Tags of")).isEqualTo("Tags of 1 object changed.");
        assertThat(tags("one/a.txt"))
                .isEqualTo(Map.of("client", "agar", "keep", "1", "type", "scrape-output"));
    }

    @Test
    void theInspectorOpensTheSheetToo() {
        put("inspect/a.txt", Map.of());
        go("inspect/").select("inspect/a.txt");
        window.inspector().tab("Tags");
        Fx.untilThat(
                window.inspector()::tagsText,
                text -> Assertions.assertThat(text).contains("No tags."));

        window.click("#tags-edit");
        TagsSheet sheet = new TagsSheet(window).ready();
        assertThat(sheet.rows()).containsExactly(Map.entry("", ""));
        sheet.type(0, "client", "agar");
        window.sheet().agree();

        inspectorShows(Map.of("client", "agar"));
    }

    @Test
    void whatCannotBeATagIsSaidAtTheFieldWhileItIsTyped() {
        put("bad/a.txt", Map.of("client", "agar"));
        go("bad/").select("bad/a.txt");
        window.browser().rowMenu("Tags\u2026 (Ctrl+T)");
        TagsSheet sheet = new TagsSheet(window).ready();

        sheet.type(0, "client", "a,b");
        assertThat(sheet.complaint(0)).startsWith("\u201c,\u201d cannot be in a tag");
        assertThat(window.sheet().canAgree()).isFalse();
        sheet.type(0, "client", "agar").add("aws:x", "1");
        assertThat(sheet.complaint(0)).isEmpty();
        assertThat(sheet.complaint(1)).contains("belong to AWS");
        sheet.type(1, "client", "2");
        assertThat(sheet.complaint(1)).isEqualTo("There is another tag with the key client.");
        sheet.type(1, "", "2");
        assertThat(sheet.complaint(1)).isEqualTo("A tag needs a key.");
        sheet.type(1, "k".repeat(129), "2");
        assertThat(sheet.complaint(1)).contains("129 characters; 128");
        sheet.type(1, "k", "v".repeat(257));
        assertThat(sheet.complaint(1)).contains("257 characters; 256");
        sheet.type(1, "date", "{date}");
        assertThat(sheet.complaint(1)).contains("type it instead of {date}");
        assertThat(window.sheet().canAgree()).isFalse();
        sheet.type(1, "date", "on {today}");
        assertThat(sheet.complaint(1)).isEmpty();
        assertThat(window.sheet().canAgree()).isTrue();
        window.sheet().cancel();
        assertThat(tags("bad/a.txt")).isEqualTo(Map.of("client", "agar"));
    }

    @Test
    void aTemplateIsFilledInWithTheDayOfTheOutput() {
        String key = "agar/" + JOB + "/results.json";
        put(key, Map.of("client", "other", "mine", "1"));
        go("agar/" + JOB + "/").select(key);
        window.browser().rowMenu("Tags\u2026 (Ctrl+T)");
        TagsSheet sheet = new TagsSheet(window).ready().fillIn("3DN scraper");

        assertThat(sheet.rows())
                .containsExactly(
                        Map.entry("client", "agar"),
                        Map.entry("mine", "1"),
                        Map.entry("date", "2025-11-14"),
                        Map.entry("type", "scrape-output"));
        window.sheet().agree();
        window.toasts().await("Tags of");
        assertThat(tags(key))
                .isEqualTo(
                        Map.of(
                                "client",
                                "agar",
                                "type",
                                "scrape-output",
                                "date",
                                "2025-11-14",
                                "mine",
                                "1"));
    }

    @Test
    void manyObjectsOfFoldersAndFilesAreChangedAtOnce() {
        for (int i = 0; i < 300; i++) {
            put("many/sub/" + JOB + "/" + i, Map.of("old", "1", "keep", "" + i));
        }
        put("many/sub/other/a", Map.of("old", "1"));
        put("many/a.txt", Map.of());
        put("many/b.txt", Map.of("client", "else"));
        go("many/").select("many/sub/");
        window.browser().selectAll();
        window.browser().focusTable();
        window.press(KeyCode.CONTROL, KeyCode.T);
        TagsSheet sheet = new TagsSheet(window).ready();

        window.sheet().titled("Tags of 303 objects");
        assertThat(sheet.scope()).isEqualTo("2 files, 1 folder in s3://outputs/many/");
        assertThat(window.sheet().action()).isEqualTo("Change tags of 303 objects");
        assertThat(window.sheet().canAgree()).isFalse();
        sheet.type(0, "client", "agar").removal("old, client");
        assertThat(sheet.removalComplaint())
                .isEqualTo("client is set above; it cannot be removed as well.");
        assertThat(window.sheet().canAgree()).isFalse();
        sheet.removal("old, absent");
        window.sheet().agree();

        window.transfers().ended(303);
        assertThat(window.toasts().await("Tags of")).isEqualTo("Tags of 303 objects changed.");
        assertThat(window.transfers().names(TransferState.DONE)).hasSize(303);
        assertThat(window.transfers().stateText("Tags of 303 objects")).isEqualTo("303 done");
        assertThat(tags("many/sub/" + JOB + "/77"))
                .isEqualTo(Map.of("client", "agar", "keep", "77"));
        assertThat(tags("many/sub/other/a")).isEqualTo(Map.of("client", "agar"));
        assertThat(tags("many/b.txt")).isEqualTo(Map.of("client", "agar"));
    }

    @Test
    void eachOutputGetsItsOwnDayAndWhatHasNoneIsLeftOut() {
        put("days/" + JOB + "/a", Map.of());
        put("days/2026-03-09/b", Map.of());
        put("days/none", Map.of());
        go("days/").select("days/none");
        window.browser().selectAll();
        window.browser().rowMenu("Tags\u2026 (Ctrl+T)");
        new TagsSheet(window).ready().type(0, "date", "{date}");

        assertThat(window.sheet().text()).contains("1 object without a known day is left out.");
        assertThat(window.sheet().action()).isEqualTo("Change tags of 2 objects");
        window.sheet().agree();

        assertThat(window.toasts().await("Tags of"))
                .isEqualTo("Tags of 2 objects changed, 1 skipped.");
        assertThat(tags("days/" + JOB + "/a")).isEqualTo(Map.of("date", "2025-11-14"));
        assertThat(tags("days/2026-03-09/b")).isEqualTo(Map.of("date", "2026-03-09"));
        assertThat(tags("days/none")).isEmpty();
    }

    @Test
    void allOtherTagsCanBeRemoved() {
        put("other/a", Map.of("x", "1", "y", "2"));
        put("other/b", Map.of("z", "3"));
        go("other/").select("other/a");
        window.browser().selectAll();
        window.browser().rowMenu("Tags\u2026 (Ctrl+T)");
        new TagsSheet(window).ready().type(0, "client", "agar");
        window.sheet().choose("#tags-others", "are removed");
        window.sheet().agree();

        window.toasts().await("Tags of 2 objects changed.");
        assertThat(tags("other/a")).isEqualTo(Map.of("client", "agar"));
        assertThat(tags("other/b")).isEqualTo(Map.of("client", "agar"));
    }

    @Test
    void anObjectWithTooManyIsNamedAndTheOthersAreChanged(@TempDir Path local) throws IOException {
        var ten = new TreeMap<String, String>();
        for (int i = 0; i < 10; i++) {
            ten.put("k" + i, "v");
        }
        put("full/a", ten);
        put("full/b", Map.of());
        go("full/").select("full/a");
        window.browser().selectAll();
        window.browser().rowMenu("Tags\u2026 (Ctrl+T)");
        new TagsSheet(window).ready().type(0, "client", "agar");
        window.sheet().agree();

        assertThat(window.toasts().await("1 failed"))
                .isEqualTo(
                        "Tags of 1 object changed, 1 failed. It would have 11 tags; an object can"
                                + " have 10 at most. Remove tags from it first, or set fewer.");
        assertThat(window.transfers().names(TransferState.FAILED)).containsExactly("a");
        assertThat(tags("full/a")).isEqualTo(ten);

        Path report = local.resolve("report.csv");
        window.choosers().nextFileToSave(report);
        window.click("#report");
        window.toasts().await("The report is in");
        assertThat(Files.readString(report))
                .contains("a,tag,,,s3://outputs/full/a,0,failed,")
                .contains("It would have 11 tags")
                .contains("b,tag,,,s3://outputs/full/b,0,done,");
    }

    @Test
    void whoMayNotReadTagsIsToldInTheSheet() {
        put("denied/a", Map.of("client", "agar"));
        connectAs(NO_GET);
        go("denied/").select("denied/a");
        window.browser().rowMenu("Tags\u2026 (Ctrl+T)");

        window.node("#tags-failure");
        assertThat(window.sheet().text())
                .contains("Could not read the tags of s3://outputs/denied/a")
                .contains("the permission s3:GetObjectTagging is missing");
        assertThat(window.sheet().canAgree()).isFalse();
        window.sheet().cancel();
    }

    @Test
    void whoMayNotWriteTagsIsToldInTheEnd() {
        put("readonly/a", Map.of("client", "agar"));
        connectAs(NO_PUT);
        go("readonly/").select("readonly/a");
        window.browser().rowMenu("Tags\u2026 (Ctrl+T)");
        new TagsSheet(window).ready().type(0, "client", "other");
        window.sheet().agree();

        assertThat(window.toasts().await("1 failed")).contains("s3:PutObjectTagging");
        assertThat(tags("readonly/a")).isEqualTo(Map.of("client", "agar"));
    }

    private void put(String key, Map<String, String> tags) {
        ObjectAttributes attributes = ObjectAttributes.of("text/plain");
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            attributes = attributes.withTag(tag.getKey(), tag.getValue());
        }
        put(key, "x".getBytes(StandardCharsets.UTF_8), attributes);
    }

    private Map<String, String> tags(String key) {
        return asked(store -> store.tags(new ObjectAddress(BUCKET, key)).values());
    }

    private void inspectorShows(Map<String, String> tags) {
        Fx.untilThat(
                window.inspector()::tags, shown -> Assertions.assertThat(shown).isEqualTo(tags));
    }
}
