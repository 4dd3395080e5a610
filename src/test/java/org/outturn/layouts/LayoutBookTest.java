package org.outturn.layouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.connection.Credentials;
import org.outturn.failure.Failure;
import org.outturn.layouts.LayoutFile.Origin;
import org.outturn.layouts.LayoutFile.Reading;
import org.outturn.pipeline.layout.LayoutReader;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.pipeline.layout.PipelineLayout;
import org.outturn.sample.ObjectAttributes;
import org.outturn.sample.SampleKey;
import org.outturn.sample.SampleOptions;
import org.outturn.sample.SampleServer;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ServerUnderTest;
import org.outturn.storage.TestBucket;

class LayoutBookTest {
    private static final SampleKey ALL = SampleKey.of("ALLKEY", "all-secret");
    private static final SampleKey BLIND =
            SampleKey.of("BLINDKEY", "blind-secret").denying("s3:GetObject");

    @TempDir private Path home;
    private Path folder;
    private LayoutBook book;
    private SampleServer server;
    private ObjectStore store;

    @BeforeEach
    void start() throws IOException {
        folder = home.resolve("layouts");
        book = new LayoutBook(folder);
        server =
                SampleServer.start(
                        home.resolve("stored"), SampleOptions.DEFAULTS.withKey(ALL).withKey(BLIND));
        server.store().createBucket("b");
        store = open(ALL);
    }

    @AfterEach
    void stop() throws IOException {
        store.close();
        server.close();
    }

    @Test
    void withoutFilesTheShippedOnesCount() {
        LayoutPage before = book.now();
        assertThat(book.readFolder(false)).isSameAs(before);
        assertThat(book.readBucket(store, "b", Cancellation.never())).isSameAs(before);
        assertThat(book.layouts()).isSameAs(Layouts.SHIPPED);
        assertThat(before.files()).isEmpty();
        assertThat(before.counting()).allMatch(c -> c.origin() == Origin.SHIPPED);
    }

    @Test
    void ownComeBeforeTheBucketsBeforeTheShipped() throws IOException {
        write("b.json", layout("mine", "x"));
        object(layout("theirs", "x"));
        book.readFolder(false);
        LayoutPage page = book.readBucket(store, "b", Cancellation.never());

        assertThat(page.counting())
                .extracting(LayoutPage.Counting::origin)
                .startsWith(Origin.OWN, Origin.BUCKET, Origin.SHIPPED);
        assertThat(page.layouts().recogniser().of("x/1").output())
                .isSameAs(page.counting().getFirst().layout().outputs().getFirst());

        assertThat(book.leaveBucket().counting())
                .extracting(LayoutPage.Counting::origin)
                .startsWith(Origin.OWN, Origin.SHIPPED);
    }

    @Test
    void theSameIdTakesThePlaceOfALaterOne() throws IOException {
        int shipped = Layouts.SHIPPED.all().size();
        object(layout("scraper", "theirs"));
        LayoutPage page = book.readBucket(store, "b", Cancellation.never());
        assertThat(page.layouts().all()).hasSize(shipped);
        assertThat(page.layouts().recogniser().of("theirs/1")).isNotNull();

        write("a.json", layout("scraper", "mine"));
        page = book.readFolder(false);
        assertThat(page.layouts().all()).hasSize(shipped);
        assertThat(page.layouts().recogniser().of("mine/1")).isNotNull();
        assertThat(page.layouts().recogniser().of("theirs/1")).isNull();
    }

    @Test
    void aBrokenFileIsToldAndTheGoodOnesCount() throws IOException {
        write("a.json", "{\"format\": 1,");
        write("b.json", layout("mine", "x"));
        LayoutPage page = book.readFolder(false);

        assertThat(page.layouts().all()).extracting(PipelineLayout::id).startsWith("mine");
        LayoutFile broken = page.files().getFirst();
        assertThat(broken.place()).isEqualTo(folder.resolve("a.json").toString());
        assertThat(broken.isTrouble()).isTrue();
        assertThat(broken.reading())
                .isInstanceOfSatisfying(
                        Reading.Broken.class,
                        b -> assertThat(b.problem().where()).startsWith("line 1"));
    }

    @Test
    void aLayoutThatAnotherFileHasIsTold() throws IOException {
        write("a.json", layout("mine", "x"));
        write("b.json", layout("mine", "y"));
        LayoutPage page = book.readFolder(false);
        assertThat(page.files()).extracting(LayoutFile::isTrouble).containsExactly(false, true);
        assertThat(page.layouts().recogniser().of("x/1")).isNotNull();
        assertThat(page.layouts().recogniser().of("y/1")).isNull();
    }

    @Test
    void changesAreSeenAndNothingElseIsAChange() throws IOException {
        write("a.json", layout("mine", "x"));
        LayoutPage first = book.readFolder(false);
        assertThat(book.readFolder(false)).isSameAs(first);
        assertThat(book.readFolder(true)).isSameAs(first);

        write("a.json", layout("mine", "longer"));
        LayoutPage second = book.readFolder(false);
        assertThat(second.layouts().recogniser().of("longer/1")).isNotNull();

        Files.delete(folder.resolve("a.json"));
        assertThat(book.readFolder(false).layouts().all()).isEqualTo(Layouts.SHIPPED.all());
    }

    @Test
    void aChangeThatLeavesSizeAndTimeIsSeenWhenAsked() throws IOException {
        write("a.json", layout("mine", "x"));
        FileTime time = Files.getLastModifiedTime(folder.resolve("a.json"));
        book.readFolder(false);
        write("a.json", layout("mine", "y"));
        Files.setLastModifiedTime(folder.resolve("a.json"), time);
        assertThat(book.readFolder(false).layouts().recogniser().of("y/1")).isNull();
        assertThat(book.readFolder(true).layouts().recogniser().of("y/1")).isNotNull();
    }

    @Test
    void onlyJsonFilesAreLookedAt() throws IOException {
        write("a.txt", "x");
        write(".b.json", "x");
        Files.createDirectories(folder.resolve("c.json"));
        assertThat(book.readFolder(false).files()).isEmpty();
    }

    @Test
    void aFileThatMayNotBeReadIsTold() throws IOException {
        write("a.json", layout("mine", "x"));
        Path file = folder.resolve("a.json");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        if (!Files.isReadable(file)) {
            assertThat(book.readFolder(false).files().getFirst().reading())
                    .isInstanceOfSatisfying(
                            Reading.Failed.class,
                            f -> assertThat(f.failure()).isInstanceOf(Failure.LocalFile.class));
        }
    }

    @Test
    void aFolderThatIsNoneIsTold() throws IOException {
        Files.writeString(folder, "x");
        assertThat(book.readFolder(false).files()).singleElement().matches(LayoutFile::isTrouble);
    }

    @Test
    void aLargeFileIsNotReadToItsEnd() throws IOException {
        write("a.json", " ".repeat(LayoutReader.MOST_BYTES * 3));
        object(" ".repeat(LayoutReader.MOST_BYTES * 3));
        book.readFolder(false);
        LayoutPage page = book.readBucket(store, "b", Cancellation.never());
        assertThat(page.files())
                .hasSize(2)
                .allSatisfy(file ->
                        assertThat(file.reading())
                                .isInstanceOfSatisfying(
                                        Reading.Broken.class,
                                        b -> assertThat(b.problem().what()).contains("larger")));
    }

    @Test
    void anEmptyObjectIsBroken() throws IOException {
        object("");
        assertThat(book.readBucket(store, "b", Cancellation.never()).files())
                .singleElement()
                .matches(LayoutFile::isTrouble);
    }

    @Test
    void thatTheBucketsFileMayNotBeReadIsNoTrouble() throws IOException {
        object(layout("theirs", "x"));
        try (ObjectStore blind = open(BLIND)) {
            LayoutFile file = book.readBucket(blind, "b", Cancellation.never()).files().getFirst();
            assertThat(file.reading())
                    .isInstanceOfSatisfying(
                            Reading.Failed.class,
                            f -> assertThat(f.failure()).isInstanceOf(Failure.AccessDenied.class));
            assertThat(file.isTrouble()).isFalse();
        }
    }

    @Test
    void whatComesTooLateChangesNothing() throws IOException {
        object(layout("theirs", "x"));
        var cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> book.readBucket(store, "b", cancellation))
                .isInstanceOf(CancellationException.class);
        assertThat(book.layouts()).isSameAs(Layouts.SHIPPED);
    }

    private void write(String name, String content) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), content);
    }

    private void object(String content) throws IOException {
        server.store()
                .put(
                        "b",
                        LayoutBook.BUCKET_KEY,
                        server.store()
                                .content(content.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        ObjectAttributes.UNTYPED,
                        java.time.Instant.EPOCH);
    }

    static String layout(String id, String folder) {
        return """
        {"format": 1, "layouts": [{"id": "%s", "outputs": [
          {"id": "o", "kind": "jobs", "keys": [{"key": "%s/{n:digits}"}]}]}]}\
        """
                .formatted(id, folder);
    }

    private ObjectStore open(SampleKey key) {
        return TestBucket.open(
                new ServerUnderTest(
                                server.endpoint(),
                                server.region(),
                                new Credentials(key.accessKey(), key.secretKey(), ""),
                                true)
                        .connection());
    }
}
