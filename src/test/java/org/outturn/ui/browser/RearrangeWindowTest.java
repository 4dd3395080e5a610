package org.outturn.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectTags;
import org.outturn.storage.Prefix;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;
import org.outturn.transfer.TransferState;

/** Renaming, moving and copying on the server, and deleting through the queue. */
class RearrangeWindowTest extends WindowTest {
    private static final SampleKey ALL = SampleKey.of("ALLKEY", "all-secret");
    private static final SampleKey NO_PUT =
            SampleKey.of("NOPUT", "no-put-secret").denying("s3:PutObject");
    private static final String ARCHIVE = "archive";

    @Override
    protected SampleOptions options() {
        return SampleOptions.DEFAULTS.withKey(ALL).withKey(NO_PUT);
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
    void aRenamedFileKeepsWhatBelongsToItAndStaysSelected() {
        put(
                "rename/report.md",
                "# Report".getBytes(StandardCharsets.UTF_8),
                ObjectAttributes.of("text/markdown")
                        .withMetadata("job", "42")
                        .withTag("client", "agar"));
        put("rename/zebra.txt", "z");
        go("rename/").select("rename/report.md");

        window.press(KeyCode.F2);
        assertThat(window.sheet().title()).isEqualTo("Rename report.md");
        assertThat(window.sheet().typed()).isEqualTo("report.md");
        window.sheet().type("a/b.md");
        assertThat(window.sheet().complaint()).contains("A name has no slash");
        assertThat(window.sheet().canAgree()).isFalse();
        window.sheet().type("final.md");
        assertThat(window.sheet().complaint()).isEmpty();
        window.press(KeyCode.ENTER);
        window.sheet().gone();

        assertThat(window.toasts().await("moved")).isEqualTo("1 object moved.");
        window.browser().shows("rename/final.md", "rename/zebra.txt");
        selects("rename/final.md");
        assertThat(storedContent("rename/final.md")).asString().isEqualTo("# Report");
        ObjectDetails details = asked(store -> store.details(at("rename/final.md")));
        assertThat(details.contentType()).isEqualTo("text/markdown");
        assertThat(details.metadata()).containsEntry("job", "42");
        ObjectTags tags = asked(store -> store.tags(at("rename/final.md")));
        assertThat(tags.values()).isEqualTo(Map.of("client", "agar"));
    }

    @Test
    void aNameThatIsTakenIsAskedAbout() {
        put("clash/new.txt", "what was there");
        put("clash/old.txt", "mine");
        go("clash/").select("clash/old.txt");

        window.press(KeyCode.F2);
        answerUntilAsked("new.txt", "Rename in s3://outputs/clash/");
        assertThat(window.sheet().plan())
                .containsExactly(List.of("old.txt", "4 B", "skip", "the name is taken"));
        assertThat(window.sheet().canAgree()).isFalse();
        window.sheet().cancel();
        assertThat(storedKeys("clash/")).containsExactly("clash/new.txt", "clash/old.txt");
        assertThat(window.transfers().rows()).isEmpty();

        window.press(KeyCode.F2);
        answerUntilAsked("new.txt", "Rename in s3://outputs/clash/");
        window.sheet().choose("Keep both (the new one gets a number)");
        assertThat(window.sheet().plan().getFirst()).contains("the name is taken: gets a number");
        window.sheet().choose("Replace what is there");
        assertThat(window.sheet().plan())
                .containsExactly(List.of("old.txt", "4 B", "move", "replaced as asked"));
        window.sheet().agree();

        window.browser().shows("clash/new.txt");
        assertThat(storedKeys("clash/")).containsExactly("clash/new.txt");
        assertThat(storedContent("clash/new.txt")).asString().isEqualTo("mine");
    }

    @Test
    void aRenamedFolderTakesItsFilesAlong() {
        put("tree/job/a.txt", "a");
        put("tree/job/deep/er/b.txt", "b");
        put("tree/jobs/other.txt", "another folder that begins alike");
        go("tree/").select("tree/job/");

        rename("job 42");

        window.browser().shows("tree/job 42/", "tree/jobs/");
        selects("tree/job 42/");
        assertThat(storedKeys("tree/"))
                .containsExactly(
                        "tree/job 42/a.txt", "tree/job 42/deep/er/b.txt", "tree/jobs/other.txt");
        assertThat(storedContent("tree/job 42/deep/er/b.txt")).asString().isEqualTo("b");
        assertThat(window.toasts().await("moved")).isEqualTo("2 objects moved.");
    }

    @Test
    void aSelectionMovesByTheKeyboardAlone() {
        put("from/a.txt", "a");
        put("from/sub/b.txt", "b");
        put("from/target/there.txt", "there");
        put("into/one/x.txt", "x");
        put("into/two/y.txt", "y");
        go("from/");
        window.browser().select("from/a.txt");

        window.browser().rowMenu("Move to\u2026");
        assertThat(window.sheet().title()).isEqualTo("Move a.txt to");
        assertThat(window.sheet().typed()).isEqualTo("s3://outputs/from/");
        assertThat(window.sheet().complaint()).isEqualTo("It is there already.");
        assertThat(window.sheet().canAgree()).isFalse();
        window.sheet().type("s3://outputs/into/");
        offers("one", "two");
        window.sheet().type("s3://outputs/into/t");
        offers("two");
        Fx.until(
                "the field has the keyboard",
                () -> "sheet-field".equals(window.scene().getFocusOwner().getId()));
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        Fx.untilThat(
                window.sheet()::typed,
                text -> Assertions.assertThat(text).isEqualTo("s3://outputs/into/two/"));
        assertThat(window.sheet().isShown()).as("a folder is chosen, not yet moved to").isTrue();
        window.press(KeyCode.ENTER);
        window.sheet().gone();

        assertThat(window.toasts().await("moved")).isEqualTo("1 object moved.");
        window.browser().shows("from/sub/", "from/target/");
        assertThat(storedKeys("into/two/")).containsExactly("into/two/a.txt", "into/two/y.txt");

        window.browser().selectAll();
        window.browser().rowMenu("Move to\u2026");
        assertThat(window.sheet().title()).isEqualTo("Move 2 selected rows to");
        window.sheet().answer("outputs/brand/new");
        window.toasts().await("2 objects moved.");
        window.browser().shows();
        assertThat(storedKeys("brand/"))
                .containsExactly("brand/new/sub/b.txt", "brand/new/target/there.txt");
    }

    @Test
    void aCopyGoesToAnotherBucket() throws IOException {
        put("copied/folder/a.txt", "a");
        go("copied/").select("copied/folder/");
        // later than the connection, which opens its only bucket by itself
        server.store().createBucket(ARCHIVE);
        var copy = new ObjectAddress(ARCHIVE, "of november/folder/a.txt");
        try {
            window.browser().rowMenu("Copy to\u2026");
            window.sheet().type("outp");
            offers(BUCKET);
            window.sheet().answer("s3://archive/of november/");

            assertThat(window.toasts().await("copied")).isEqualTo("1 object copied.");
            byte[] content = asked(store -> store.read(copy, 0, 10, Cancellation.never()));
            assertThat(content).asString().isEqualTo("a");
            assertThat(storedKeys("copied/")).containsExactly("copied/folder/a.txt");
        } finally {
            asked(store -> {
                store.delete(ARCHIVE, List.of(copy.key()), _ -> {}, Cancellation.never());
                store.deleteBucket(ARCHIVE);
                return true;
            });
        }
    }

    @Test
    void aFolderDoesNotGoIntoItself() {
        put("self/folder/a.txt", "a");
        go("self/").select("self/folder/");

        window.browser().rowMenu("Copy to\u2026");
        window.sheet().type("s3://outputs/self/folder/inner/");
        assertThat(window.sheet().complaint()).isEqualTo("A folder cannot go into itself.");
        assertThat(window.sheet().canAgree()).isFalse();
        window.press(KeyCode.ESCAPE);
        window.sheet().gone();
        assertThat(storedKeys("self/")).containsExactly("self/folder/a.txt");
    }

    @Test
    void whatIsInTheWayOfACopyIsAskedAbout() {
        put("way/a.txt", "new a");
        put("way/b.txt", "new b");
        put("target/a.txt", "old a");
        go("way/").selectAll();

        window.browser().rowMenu("Copy to\u2026");
        answerUntilAsked("s3://outputs/target/", "Copy to s3://outputs/target/");

        assertThat(window.sheet().plan())
                .containsExactly(
                        List.of("a.txt", "5 B", "copy", "the name is taken: gets a number"),
                        List.of("b.txt", "5 B", "copy", "not there yet"));
        assertThat(window.sheet().action()).isEqualTo("Copy 2 objects");
        window.sheet().choose("Leave what is there");
        assertThat(window.sheet().action()).isEqualTo("Copy 1 object");
        window.sheet().choose("Keep both (the new one gets a number)");
        window.sheet().agree();

        assertThat(window.toasts().await("copied")).isEqualTo("2 objects copied.");
        assertThat(storedKeys("target/"))
                .containsExactlyInAnyOrder("target/a (2).txt", "target/a.txt", "target/b.txt");
        assertThat(storedContent("target/a.txt")).asString().isEqualTo("old a");
        assertThat(storedContent("target/a (2).txt")).asString().isEqualTo("new a");
    }

    @Test
    void aThousandAndMoreAreDeletedInBatches() {
        putMany(1_200, i -> "bulk/folder/%04d.bin".formatted(i));
        put("bulk/stays.txt", "stays");
        go("bulk/").select("bulk/folder/");

        window.press(KeyCode.DELETE);
        assertThat(window.sheet().title()).isEqualTo("Delete 1,200 objects?");
        window.sheet().agree();

        window.transfers().ended(1_200);
        assertThat(window.transfers().names(TransferState.DONE)).hasSize(1_200);
        assertThat(window.toasts().await("deleted")).isEqualTo("1,200 objects deleted.");
        window.browser().shows("bulk/stays.txt");
        assertThat(storedKeys("bulk/")).containsExactly("bulk/stays.txt");
    }

    @Test
    void aDeniedCopyNamesThePermission() {
        put("denied/a.txt", "a");
        connectAs(NO_PUT);
        go("denied/").select("denied/a.txt");

        window.browser().rowMenu("Copy to\u2026");
        window.sheet().answer("s3://outputs/denied/copies/");

        window.transfers().ended(1);
        assertThat(window.transfers().stateText("a.txt"))
                .startsWith("failed: These keys are not allowed")
                .contains("s3:PutObject");
        assertThat(storedKeys("denied/")).containsExactly("denied/a.txt");
    }

    @Test
    void theMenuOffersWhatIsPossible() {
        put("menu/a.txt", "a");
        put("menu/sub/b.txt", "b");
        go("menu/");
        assertThat(window.browser().offers("Rename\u2026 (F2)")).isFalse();
        assertThat(window.browser().offers("Move to\u2026")).isFalse();

        window.browser().select("menu/a.txt");
        assertThat(window.browser().offers("Rename\u2026 (F2)")).isTrue();
        assertThat(window.browser().offers("Open")).as("only folders open").isFalse();

        window.browser().selectAll();
        assertThat(window.browser().offers("Rename\u2026 (F2)")).isFalse();
        assertThat(window.browser().offers("Copy to\u2026")).isTrue();
        window.press(KeyCode.F2);
        assertThat(window.sheet().isShown()).isFalse();
    }

    private void rename(String name) {
        window.press(KeyCode.F2);
        window.sheet().answer(name);
    }

    /** What comes up at once is the next sheet. */
    private void answerUntilAsked(String text, String title) {
        window.sheet().type(text);
        window.click("#sheet-action");
        window.sheet().titled(title);
    }

    private void selects(String... keys) {
        Fx.untilThat(
                window.browser()::selected,
                selected -> Assertions.assertThat(selected).containsExactly(keys));
    }

    private void offers(String... names) {
        ListView<?> folders = window.part(ListView.class, "#target-folders");
        Fx.untilThat(
                () ->
                        folders.getItems().stream()
                                .map(item -> TargetFolders.name((Prefix) item))
                                .toList(),
                shown -> Assertions.assertThat(shown).containsExactly(names));
    }

    private static ObjectAddress at(String key) {
        return new ObjectAddress(BUCKET, key);
    }
}
