package org.outturn.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outturn.sample.BucketDocument;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/** What the inspector says of an object's end, and how an archived one is brought back. */
class ExpiryWindowTest extends WindowTest {
    private static final SampleKey ALL = SampleKey.of("ALLKEY", "all-secret");
    private static final SampleKey NO_RULES =
            SampleKey.of("NORULES", "no-rules-secret").denying("s3:GetLifecycleConfiguration");
    private static final SampleKey NO_RESTORE =
            SampleKey.of("NORESTORE", "no-restore-secret").denying("s3:RestoreObject");

    private static final ObjectAddress ARCHIVED = new ObjectAddress(BUCKET, "old/archived.pdf");

    /** After the other one, which opens first. */
    private static final String BARE = "without-rules";

    private static final String RULES =
            """
            <LifecycleConfiguration>\
            <Rule><ID>gone soon</ID><Filter><Prefix>temp/</Prefix></Filter>\
            <Status>Enabled</Status><Expiration><Days>7</Days></Expiration></Rule>\
            <Rule><ID>aging</ID><Filter><And><Prefix>jobs/</Prefix>\
            <ObjectSizeGreaterThan>1</ObjectSizeGreaterThan></And></Filter>\
            <Status>Enabled</Status>\
            <Transition><Days>30</Days><StorageClass>STANDARD_IA</StorageClass></Transition>\
            <Transition><Days>90</Days><StorageClass>GLACIER</StorageClass></Transition>\
            <Expiration><Days>365</Days></Expiration></Rule></LifecycleConfiguration>\
            """;

    private final List<String> actions = new CopyOnWriteArrayList<>();
    private final Instant noon =
            Clock.systemUTC()
                    .instant()
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate()
                    .atTime(12, 0)
                    .toInstant(ZoneOffset.UTC)
                    .minus(Duration.ofDays(4));

    @Override
    protected SampleOptions options() {
        return SampleOptions.DEFAULTS
                .withKey(ALL)
                .withKey(NO_RULES)
                .withKey(NO_RESTORE)
                .withRequestLog(request -> actions.add(request.action()));
    }

    @Override
    protected void fill() throws IOException {
        server.store().setDocument(BUCKET, BucketDocument.LIFECYCLE, RULES);
        server.store().createBucket(BARE);
        store("temp/video.mp4", ObjectAttributes.UNTYPED, noon);
        store("temp/late.mp4", ObjectAttributes.UNTYPED, noon.minus(Duration.ofDays(20)));
        store("jobs/job.json", ObjectAttributes.UNTYPED, noon);
        store("kept/forever.txt", ObjectAttributes.UNTYPED, noon);
        store("old/archived.pdf", ObjectAttributes.UNTYPED.withStorageClass("GLACIER"), noon);
        store("old/second.pdf", ObjectAttributes.UNTYPED.withStorageClass("GLACIER"), noon);
        store("old/deep.pdf", ObjectAttributes.UNTYPED.withStorageClass("DEEP_ARCHIVE"), noon);
        server.store()
                .put(
                        BARE,
                        "bare.txt",
                        server.store().content(new byte[] {1}),
                        ObjectAttributes.UNTYPED,
                        noon);
    }

    private void store(String key, ObjectAttributes attributes, Instant modified) {
        put(key, key.getBytes(StandardCharsets.UTF_8), attributes, modified);
    }

    @BeforeEach
    void open() {
        connectUnlessConnected();
        window.toasts().clear();
    }

    private void select(String key) {
        go(key.substring(0, key.indexOf('/') + 1)).select(key);
        window.inspector().tab("Details");
    }

    private void says(String row, String... parts) {
        Fx.untilThat(
                window.inspector()::details,
                facts -> Assertions.assertThat(facts.get(row)).isNotNull().contains(parts));
    }

    @Test
    void theServerSaysWhenAndByWhichRule() {
        select("temp/video.mp4");

        says("Expires", "(in 4 days)", "“gone soon”", "as the server says");
        assertThat(window.inspector().details()).doesNotContainKeys("Archive", "Moves next");
    }

    @Test
    void whatShouldBeGoneIsDue() {
        select("temp/late.mp4");

        says("Expires", "due, the server has not come to it yet", "“gone soon”");
    }

    @Test
    void whatComesBeforeTheEnd() {
        select("jobs/job.json");

        says("Moves next", "To STANDARD_IA on ", "(in 27 days)", "“aging”");
        says("Expires", "(in 362 days)", "“aging”");
    }

    @Test
    void whatNoRuleHoldsForStays() {
        select("kept/forever.txt");

        says("Expires", "Never: no rule of the bucket makes it vanish.");
    }

    @Test
    void aBucketWithoutRules() {
        window.goTo("s3://" + BARE + "/");
        window.browser().at(BARE, "").select("bare.txt");
        window.inspector().tab("Details");

        says("Expires", "Never: the bucket has no rules for that.");
        // the bucket that opens next time is the one that was seen last
        go("temp/");
    }

    @Test
    void theRulesAreAskedForOnce() {
        connect();
        actions.clear();
        for (String key : List.of("temp/video.mp4", "kept/forever.txt", "jobs/job.json")) {
            select(key);
            says("Address", key);
            Fx.untilThat(
                    window.inspector()::detailsText,
                    text -> Assertions.assertThat(text).doesNotContain("Looking at the rules"));
        }

        assertThat(List.copyOf(actions))
                .filteredOn("s3:GetLifecycleConfiguration"::equals)
                .hasSize(1);
    }

    @Test
    void withoutThePermissionItIsSaidAndTheRestWorks() {
        connectAs(NO_RULES);
        select("kept/forever.txt");

        says("Expires", "Not known.", "the permission s3:GetLifecycleConfiguration is missing");
        says("Size", "16 bytes");
        select("temp/video.mp4");
        says("Expires", "(in 4 days)", "as the server says");
    }

    @Test
    void anArchivedObjectIsRestored() {
        select("old/archived.pdf");
        says("Archive", "It is in the archive GLACIER and cannot be read");

        window.click("#restore");
        assertThat(window.sheet().title()).isEqualTo("Restore archived.pdf");
        assertThat(speeds())
                .containsExactly(
                        "Fastest: 1 to 5 minutes",
                        "Normal: 3 to 5 hours",
                        "Slowest: 5 to 12 hours");
        window.sheet().type("0");
        assertThat(window.sheet().complaint()).isEqualTo("Give a whole number from 1 to 365.");
        assertThat(window.sheet().canAgree()).isFalse();
        window.sheet().type("3");
        window.click("#restore-BULK");
        window.sheet().agree();

        assertThat(window.toasts().await("archived.pdf is being restored"))
                .contains("5 to 12 hours", "for 3 days");
        says("Archive", "It is being restored from the archive GLACIER");
        await().until(() ->
                asked(store -> store.details(ARCHIVED))
                        .headers()
                        .get("x-amz-restore")
                        .contains("false"));
        window.click("#restore");
        says("Archive", "It is restored and can be read until", "(in 4 days)");
        byte[] content = asked(store -> store.read(ARCHIVED, 0, 100, Cancellation.never()));
        assertThat(content).asString(StandardCharsets.UTF_8).isEqualTo("old/archived.pdf");
        keptLonger();
    }

    private void keptLonger() {
        window.click("#restore");
        assertThat(window.isShown("#restore-STANDARD")).as("nothing has to be fetched").isFalse();
        assertThat(window.sheet().title()).isEqualTo("Keep archived.pdf readable longer");
        window.sheet().answer("10");

        window.toasts().await("archived.pdf can be read for 10 days from now on.");
        says("Archive", "(in 11 days)");
    }

    @Test
    void fromTheDeepArchiveNothingComesAtOnce() {
        select("old/deep.pdf");
        says("Archive", "It is in the archive DEEP_ARCHIVE and");

        window.click("#restore");

        assertThat(window.sheet().title()).isEqualTo("Restore deep.pdf");
        assertThat(speeds()).containsExactly("Normal: up to 12 hours", "Slowest: up to 48 hours");
        window.sheet().cancel();
    }

    @Test
    void whoMayNotRestoreIsToldWhichPermissionIsMissing() {
        connectAs(NO_RESTORE);
        select("old/second.pdf");
        says("Archive", "GLACIER");

        window.click("#restore");
        window.sheet().agree();

        assertThat(window.toasts().await("Could not ask for s3://outputs/old/second.pdf"))
                .contains("s3:RestoreObject");
    }

    private List<String> speeds() {
        return Fx.get(() -> {
            var texts = new ArrayList<String>();
            window.part(Node.class, ".sheet-card").lookupAll(".radio-button").stream()
                    .map(node -> ((RadioButton) node).getText())
                    .forEach(texts::add);
            return texts;
        });
    }
}
