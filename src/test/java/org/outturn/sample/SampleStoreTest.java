package org.outturn.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleStoreTest {
    private static final Instant THEN = Instant.parse("2025-11-14T01:18:39.123Z");
    @TempDir private Path folder;

    @Test
    void remembersEverythingAfterARestart() throws IOException {
        ObjectAttributes attributes =
                ObjectAttributes.of("application/pdf")
                        .withMetadata("original_filename", "a.pdf")
                        .withStorageClass("STANDARD_IA")
                        .withTag("client", "agar");
        try (SampleStore store = SampleStore.open(folder)) {
            store.createBucket("outputs");
            store.setVersioning("outputs", Versioning.ENABLED);
            store.setDocument("outputs", BucketDocument.POLICY, "{}");
            store.put("outputs", "k\uD83C\uDFB5", bytes(store, "text"), attributes, THEN);
            Upload upload = new Upload("u", "big", THEN, attributes, "", false, Upload.noParts());
            store.change(new Change.OfUpload("outputs", upload));
            var part = new Upload.Part(7, THEN, bytes(store, "part"));
            store.change(new Change.OfPart("outputs", "big", "u", part));
        }
        try (SampleStore store = SampleStore.open(folder)) {
            SampleBucket bucket = bucket(store);
            assertThat(bucket.state().versioning()).isEqualTo(Versioning.ENABLED);
            assertThat(bucket.document(BucketDocument.POLICY)).isEqualTo("{}");
            StoredObject object = Buckets.object(bucket, "k\uD83C\uDFB5", null);
            assertThat(object.attributes()).isEqualTo(attributes);
            assertThat(object.modified()).isEqualTo(THEN);
            assertThat(text(store, object)).isEqualTo("text");
            assertThat(bucket.upload("big", "u").parts().get(7).content().size()).isEqualTo(4);
        }
    }

    @Test
    void dropsOnlyWhatAKilledProcessLeftTorn() throws IOException {
        try (SampleStore store = SampleStore.open(folder)) {
            store.createBucket("outputs");
            put(store, "whole");
            put(store, "torn");
        }
        Path index = folder.resolve("index.log");
        byte[] all = Files.readAllBytes(index);
        long whole = -1;
        for (int length = all.length - 1; length > all.length - 60; length--) {
            Files.write(index, Arrays.copyOf(all, length));
            try (SampleStore store = SampleStore.open(folder)) {
                assertThat(bucket(store).objects).containsOnlyKeys("whole");
                whole = Files.size(index);
                put(store, "next");
            }
            try (SampleStore store = SampleStore.open(folder)) {
                assertThat(bucket(store).objects).containsOnlyKeys("whole", "next");
            }
        }
        assertThat(whole).isBetween(1L, (long) all.length);
    }

    @Test
    void removesBytesThatNothingUses() throws IOException {
        try (SampleStore store = SampleStore.open(folder)) {
            store.createBucket("outputs");
            StoredContent shared = bytes(store, "shared");
            store.put("outputs", "a", shared, ObjectAttributes.UNTYPED, THEN);
            store.put("outputs", "b", shared, ObjectAttributes.UNTYPED, THEN);
            store.change(new Change.OfObject("outputs", "a", List.of()));
            assertThat(text(store, Buckets.object(bucket(store), "b", null))).isEqualTo("shared");
            store.change(new Change.OfObject("outputs", "b", List.of()));
            assertThat(contentFiles()).isZero();
            bytes(store, "of an upload that never ended");
            assertThat(contentFiles()).isEqualTo(1);
        }
        SampleStore.open(folder).close();
        assertThat(contentFiles()).isZero();
    }

    @Test
    void keepsItsIndexShort() throws IOException {
        try (SampleStore store = SampleStore.open(folder)) {
            store.createBucket("outputs");
            StoredContent content = bytes(store, "text");
            for (int i = 0; i < 3000; i++) {
                store.put("outputs", "same", content, ObjectAttributes.UNTYPED, THEN);
            }
        }
        long before = Files.size(folder.resolve("index.log"));
        try (SampleStore store = SampleStore.open(folder)) {
            assertThat(Files.size(folder.resolve("index.log"))).isLessThan(before / 1000);
            assertThat(bucket(store).objects).containsOnlyKeys("same");
        }
    }

    @Test
    void servesOneProgramAtATime() throws IOException {
        try (SampleStore store = SampleStore.open(folder)) {
            assertThat(store.hasBucket("outputs")).isFalse();
            assertThatThrownBy(() -> SampleStore.open(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use");
        }
        SampleStore.open(folder).close();
    }

    @Test
    void refusesAnIndexItDoesNotUnderstand() throws IOException {
        SampleStore.open(folder).close();
        byte[] frame = frame(new byte[] {0, 'Z', 0, 0, 0, 0, 0, 0, 0, 0});
        Files.write(folder.resolve("index.log"), frame, StandardOpenOption.APPEND);
        assertThatThrownBy(() -> SampleStore.open(folder)).isInstanceOf(IOException.class);
        // and lets go of the folder
        Files.delete(folder.resolve("index.log"));
        SampleStore.open(folder).close();
    }

    @Test
    void givesSmallFilesTheETagOfAMultipartUpload() throws IOException {
        try (SampleStore store = SampleStore.open(folder)) {
            StoredContent content = bytes(store, "text");
            assertThat(content.etag()).isEqualTo("1cb251ec0d568de6a929b520c4aed8d1");
            assertThat(content.asOnePartUpload().etag())
                    .isEqualTo("344e466ef37782ba490ea4ec8b2b5f68-1");
        }
    }

    private static byte[] frame(byte[] body) {
        var crc = new CRC32();
        crc.update(body);
        return ByteBuffer.allocate(body.length + 8)
                .putInt(body.length)
                .putInt((int) crc.getValue())
                .put(body)
                .array();
    }

    private long contentFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("content"))) {
            return files.count();
        }
    }

    private static SampleBucket bucket(SampleStore store) {
        return new Buckets(store).named("outputs");
    }

    private static void put(SampleStore store, String key) throws IOException {
        store.put("outputs", key, bytes(store, key), ObjectAttributes.UNTYPED, THEN);
    }

    private static StoredContent bytes(SampleStore store, String text) throws IOException {
        return store.content(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(SampleStore store, StoredObject object) throws IOException {
        var out = new ByteArrayOutputStream();
        store.files().copy(object.bytes().pieces(), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
