package org.outturn.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.sample.outputs.Producers;

class SampleOutputsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

    @TempDir private Path folder;

    private boolean fillAt(Instant now) throws IOException {
        try (SampleStore store = SampleStore.open(folder)) {
            return new SampleOutputs(folder, store, Clock.fixed(now, ZoneOffset.UTC)).fill();
        }
    }

    private static TreeSet<String> keys(SampleStore store) {
        var keys = new TreeSet<String>();
        for (SampleBucket bucket : store.buckets()) {
            bucket.objects.keySet().forEach(key -> keys.add(bucket.name + "/" + key));
        }
        return keys;
    }

    @Test
    void aSecondStartMakesNothing() throws IOException {
        assertThat(fillAt(NOW)).isTrue();
        try (SampleStore store = SampleStore.open(folder)) {
            TreeSet<String> before = keys(store);
            var later = Clock.fixed(NOW.plus(Duration.ofHours(23)), ZoneOffset.UTC);
            assertThat(new SampleOutputs(folder, store, later).fill()).isFalse();
            assertThat(keys(store)).isEqualTo(before).hasSizeBetween(900, 1300);
        }
    }

    @Test
    void afterDayItIsMadeAnewAndOwnObjectsStay() throws IOException {
        fillAt(NOW);
        int size;
        String overwritten;
        try (SampleStore store = SampleStore.open(folder)) {
            size = keys(store).size();
            overwritten = existing(store, "scraper-outputs").objects.firstKey();
            StoredContent mine = store.content("mine".getBytes(StandardCharsets.UTF_8));
            store.put("documents", "mine.txt", mine, ObjectAttributes.UNTYPED, NOW);
            store.put("scraper-outputs", overwritten, mine, ObjectAttributes.UNTYPED, NOW);
        }
        assertThat(fillAt(NOW.plus(Duration.ofDays(2)))).isTrue();
        try (SampleStore store = SampleStore.open(folder)) {
            assertThat(keys(store)).contains("documents/mine.txt").hasSize(size + 2);
            assertThat(existing(store, "scraper-outputs").versions(overwritten)).hasSize(1);
            Instant latest =
                    store.buckets().stream()
                            .flatMap(bucket -> bucket.objects.values().stream())
                            .map(versions -> versions.getFirst().modified())
                            .max(Instant::compareTo)
                            .orElseThrow();
            assertThat(latest).isAfter(NOW.plus(Duration.ofDays(1)));
            assertThat(existing(store, "drum-scores").uploads.values())
                    .singleElement()
                    .satisfies(uploads ->
                            assertThat(uploads).extracting(Upload::initiated).containsExactly(NOW));
        }
        try (var files = Files.list(folder.resolve("content"))) {
            assertThat(files).as("outputs, what is ours, a part that broke off").hasSize(3);
        }
    }

    @Test
    void aFillThatWasKilledIsDoneAgain() throws IOException {
        fillAt(NOW);
        SampleManifest manifest = SampleManifest.read(folder);
        new SampleManifest(manifest.version(), manifest.made(), false, manifest.entries())
                .write(folder);
        try (SampleStore store = SampleStore.open(folder)) {
            TreeSet<String> before = keys(store);
            Clock later = Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC);
            assertThat(new SampleOutputs(folder, store, later).fill()).isTrue();
            assertThat(keys(store)).hasSameSizeAs(before).isNotEqualTo(before);
        }
    }

    @Test
    void anotherGeneratorMakesItAnew() throws IOException {
        fillAt(NOW);
        SampleManifest manifest = SampleManifest.read(folder);
        new SampleManifest(Producers.VERSION + 1, manifest.made(), true, manifest.entries())
                .write(folder);
        assertThat(fillAt(NOW)).isTrue();
        assertThat(SampleManifest.read(folder).version()).isEqualTo(Producers.VERSION);
    }

    @Test
    void aBrokenManifestIsNoObstacle() throws IOException {
        fillAt(NOW);
        Files.writeString(folder.resolve("outputs.txt"), "nonsense\nand more");
        assertThat(fillAt(NOW)).isTrue();
        assertThat(fillAt(NOW)).isFalse();
    }

    @Test
    void inTheBackgroundItSaysWhenItIsThere() throws Exception {
        try (SampleStore store = SampleStore.open(folder)) {
            var outputs = new SampleOutputs(folder, store, Clock.fixed(NOW, ZoneOffset.UTC));
            assertThat(outputs.fillInBackground().get()).isTrue();
            assertThat(keys(store)).hasSizeBetween(900, 1300);
            assertThat(outputs.fillInBackground().get()).isFalse();
        }
    }

    @Test
    void bucketsHaveWhatTheGuidesAskForAndTheTrap() throws IOException {
        fillAt(NOW);
        try (SampleStore store = SampleStore.open(folder)) {
            for (SampleBucket bucket : store.buckets()) {
                String lifecycle = bucket.document(BucketDocument.LIFECYCLE);
                if (lifecycle != null) {
                    byte[] xml = lifecycle.getBytes(StandardCharsets.UTF_8);
                    Lifecycle.validate(XmlNode.parse(xml, BucketDocument.LIFECYCLE.root));
                }
            }
            SampleBucket bookmarks = existing(store, "bookmark-media");
            String video = bookmarks.objects.firstKey();
            assertThat(Lifecycle.expiration(bookmarks, bookmarks.versions(video).getFirst()))
                    .contains("expire-temp-videos");
            SampleBucket ocr = existing(store, "monkeyocr-results");
            assertThat(ocr.document(BucketDocument.LIFECYCLE)).contains("<Prefix>ocr-results/<");
            assertThat(ocr.objects.keySet()).noneMatch(key -> key.startsWith("ocr-results/"));
            assertThat(ocr.state().versioning()).isEqualTo(Versioning.ENABLED);
            SampleBucket drums = existing(store, "drum-scores");
            assertThat(drums.document(BucketDocument.CORS)).contains("http://localhost:8000");
            assertThat(drums.document(BucketDocument.ENCRYPTION)).contains("AES256");
            assertThat(drums.document(BucketDocument.PUBLIC_ACCESS_BLOCK)).contains("true");
        }
    }

    private static SampleBucket existing(SampleStore store, String name) {
        return java.util.Objects.requireNonNull(store.bucket(name));
    }
}
