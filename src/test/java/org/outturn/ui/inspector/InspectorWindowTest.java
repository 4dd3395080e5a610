package org.outturn.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outturn.sample.BucketDocument;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.testkit.Fx;
import org.outturn.testkit.WindowTest;

/** What the panel on the right says about the selected object. */
class InspectorWindowTest extends WindowTest {
    private static final SampleKey ALL = SampleKey.of("ALLKEY", "all-secret");
    private static final SampleKey NO_TAGS =
            SampleKey.of("NOTAGS", "no-tags-secret").denying("s3:GetObjectTagging");
    private static final SampleKey NO_READ =
            SampleKey.of("NOREAD", "no-read-secret").denying("s3:GetObject");
    private static final String TAGGED = "temp/tagged.txt";

    @Override
    protected SampleOptions options() {
        return SampleOptions.DEFAULTS.withKey(ALL).withKey(NO_TAGS).withKey(NO_READ);
    }

    @Override
    protected void fill() throws IOException {
        put(
                TAGGED,
                "tagged".getBytes(StandardCharsets.UTF_8),
                ObjectAttributes.of("text/plain")
                        .withTag("client", "agar")
                        .withTag("parse_status", "success")
                        .withMetadata("original_filename", "a.pdf")
                        .withHeader("Cache-Control", "no-cache")
                        .withStorageClass("STANDARD_IA"));
        server.store()
                .setDocument(
                        BUCKET,
                        BucketDocument.LIFECYCLE,
                        "<LifecycleConfiguration><Rule><ID>gone-soon</ID><Filter><Prefix>temp/"
                                + "</Prefix></Filter><Status>Enabled</Status><Expiration><Days>7"
                                + "</Days></Expiration></Rule></LifecycleConfiguration>");
        put("p/picture.png", png(40, 30), ObjectAttributes.of("image/png"));
        put("p/broken.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        put("p/data.json", "{\"b\":[1,2],\"a\":{\"deep\":true}}");
        put("p/wrong.json", "{\"b\":[1,2");
        put(
                "p/page.md",
                "# Title\n\nSome *text* with `code`.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
        put("p/plain.txt", "first line\nsecond line: ünïcödé\n");
        put("p/program.bin", new byte[] {0, 1, 2, 3, (byte) 0xff, (byte) 0xfe, 0, 7});
        put("p/paper.pdf", "%PDF-1.4 not much of one");
        put("p/nothing.txt", "");
    }

    private void put(String key, byte[] content) {
        put(key, content, ObjectAttributes.UNTYPED);
    }

    private static byte[] png(int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(
                    new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @BeforeEach
    void open() {
        connectUnlessConnected();
    }

    @Test
    void detailsMetadataAndHeaders() {
        go("temp/").select(TAGGED);

        window.inspector().tab("Details");
        Fx.untilThat(
                window.inspector()::details,
                facts ->
                        Assertions.assertThat(facts)
                                .containsEntry("Address", "s3://outputs/temp/tagged.txt")
                                .containsEntry("Size", "6 bytes")
                                .containsEntry("Content type", "text/plain")
                                .containsEntry("Storage class", "STANDARD_IA")
                                .containsEntry("original_filename", "a.pdf")
                                .containsKeys("ETag", "Modified"));
        Map<String, String> facts = window.inspector().details();
        assertThat(facts.get("Expires")).contains("gone-soon", "Nov 2026");
        assertThat(facts.toString()).containsIgnoringCase("cache-control=no-cache");
        assertThat(window.inspector().name()).isEqualTo("tagged.txt");
        assertThat(window.inspector().summary()).startsWith("6 B · 1 Nov 2026");
    }

    @Test
    void tags() {
        go("temp/").select(TAGGED);

        window.inspector().tab("Tags");

        Fx.untilThat(
                window.inspector()::tags,
                tags ->
                        Assertions.assertThat(tags)
                                .containsExactlyInAnyOrderEntriesOf(
                                        Map.of("client", "agar", "parse_status", "success")));
        go("p/").select("p/plain.txt");
        Fx.untilThat(
                window.inspector()::tagsText,
                text -> Assertions.assertThat(text).startsWith("No tags."));
    }

    @Test
    void deniedTagsSayWhichPermissionAndTheRestWorks() {
        connectAs(NO_TAGS);
        go("temp/").select(TAGGED);

        window.inspector().tab("Tags");
        Fx.untilThat(
                window.inspector()::tagsText,
                text ->
                        Assertions.assertThat(text)
                                .contains(
                                        "the permission s3:GetObjectTagging is missing",
                                        "Ask whoever manages the bucket"));
        window.inspector().tab("Details");
        assertThat(window.inspector().details()).containsEntry("Size", "6 bytes");
        window.inspector().tab("Preview");
        previewSays("tagged");
    }

    @Test
    void deniedReadSaysWhichPermissionAndTagsWork() {
        connectAs(NO_READ);
        go("temp/").select(TAGGED);

        window.inspector().tab("Preview");
        previewSays("the permission s3:GetObject is missing");
        window.inspector().tab("Tags");
        Fx.untilThat(
                window.inspector()::tags,
                tags -> Assertions.assertThat(tags).containsEntry("client", "agar"));
    }

    @Test
    void aPicture() {
        preview("p/picture.png");

        Fx.untilThat(
                window.inspector()::picture,
                size -> Assertions.assertThat(size).isEqualTo(List.of(40, 30)));
        previewSays("40 × 30 pixels");
    }

    @Test
    void aPictureThatIsNone() {
        preview("p/broken.png");

        previewSays("PNG image, 10 B", "the file seems to be damaged");
    }

    @Test
    void jsonIsIndented() {
        preview("p/data.json");

        previewSays("  \"b\"", "    \"deep\"");
        preview("p/wrong.json");
        previewSays("This is not valid JSON", "\"b\"");
    }

    @Test
    void markdownIsLaidOut() {
        preview("p/page.md");

        previewSays("Title", "text", "code", "1");
        assertThat(window.inspector().previewText()).doesNotContain("# Title", "*text*", "|---|");
    }

    @Test
    void textAsItIs() {
        preview("p/plain.txt");

        previewSays("first line\nsecond line: ünïcödé");
    }

    @Test
    void whatCannotBeShownIsNamed() {
        preview("p/program.bin");
        previewSays("File of another kind, 8 B", "Download it to open it.");
        preview("p/paper.pdf");
        previewSays("PDF document, 24 B");
        preview("p/nothing.txt");
        previewSays("The file is empty.");
    }

    @Test
    void severalAreSummedUp() {
        go("p/").selectAll();

        Fx.untilThat(
                window.inspector()::name,
                text -> Assertions.assertThat(text).isEqualTo("9 selected"));
        assertThat(window.inspector().summary()).startsWith("9 files, ");
    }

    private void preview(String key) {
        go("p/").select(key);
        window.inspector().tab("Preview");
    }

    private void previewSays(String... parts) {
        Fx.untilThat(
                window.inspector()::previewText,
                text -> Assertions.assertThat(text).contains(parts));
    }
}
