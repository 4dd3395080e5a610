package org.outturn.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.outturn.sample.outputs.Output;
import org.outturn.sample.outputs.Producers;

/**
 * Fills a sample store with what the five producers would have written in the weeks before: about a
 * thousand objects in a bucket for each producer and one that they share. Made once and kept for a
 * day; then made anew, so that "today" stays today. What an operator put into the buckets himself
 * stays.
 */
public final class SampleOutputs {
    private static final long SEED = 20_261_121;
    private static final Duration FRESH = Duration.ofDays(1);

    private static final String BROKEN_RECORDING = "uploads/user-14/concert recording.wav";
    private static final DateTimeFormatter VIDEO_DAY =
            DateTimeFormatter.ofPattern("uuuu/MM/dd").withZone(ZoneOffset.UTC);
    private static final String BROKEN_ID = "sample-";

    /** No part but the last may be smaller (S3 User Guide, "Multipart upload limits"). */
    private static final int PART_BYTES = 5 << 20;

    private final Path folder;
    private final SampleStore store;
    private final Clock clock;

    /**
     * @param folder the one that the store is in
     * @param clock tells the time that the outputs are seen from
     */
    public SampleOutputs(Path folder, SampleStore store, Clock clock) {
        this.folder = folder;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Makes sure that the outputs are there. Blocks: some hundred milliseconds when they have to be
     * made, a few when they are there and fresh. When the process is killed meanwhile, the next
     * call takes away what was left half done and begins again.
     *
     * @return whether they were made now
     * @throws IOException when the folder cannot be written
     */
    public synchronized boolean fill() throws IOException {
        SampleManifest before = SampleManifest.read(folder);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        boolean fresh =
                before.complete()
                        && before.version() == Producers.VERSION
                        && !before.made().isAfter(now)
                        && before.made().plus(FRESH).isAfter(now);
        if (fresh) {
            return false;
        }
        List<Output> outputs = Producers.outputs(SEED, now);
        for (String bucket : Producers.buckets()) {
            store.createBucket(bucket);
        }
        remove(before.entries());
        var manifest =
                new SampleManifest(
                        Producers.VERSION,
                        now,
                        false,
                        outputs.stream()
                                .map(o ->
                                        new SampleManifest.Entry(o.bucket(), o.modified(), o.key()))
                                .toList());
        manifest.write(folder);
        SampleDocuments.putInto(store);
        put(outputs);
        begin(now);
        manifest.completed().write(folder);
        return true;
    }

    /**
     * The same on a thread of its own, for a server that is to answer at once: the objects appear
     * all together just before the future completes.
     *
     * @return completes like {@link #fill}; exceptionally with an {@link UncheckedIOException}
     */
    public CompletableFuture<Boolean> fillInBackground() {
        var done = new CompletableFuture<Boolean>();
        Thread.ofVirtual()
                .name("sample-outputs")
                .start(() -> {
                    try {
                        done.complete(fill());
                    } catch (IOException e) {
                        done.completeExceptionally(new UncheckedIOException(e));
                    } catch (RuntimeException e) {
                        done.completeExceptionally(e);
                    }
                });
        return done;
    }

    private void put(List<Output> outputs) throws IOException {
        var distinct = new IdentityHashMap<byte[], Integer>();
        var bytes = new ArrayList<byte[]>();
        for (Output output : outputs) {
            if (distinct.putIfAbsent(output.bytes(), bytes.size()) == null) {
                bytes.add(output.bytes());
            }
        }
        List<StoredContent> contents = store.contents(bytes);
        var changes = new ArrayList<Change>();
        for (Output output : outputs) {
            StoredContent plain = contents.get(distinct.get(output.bytes()));
            changes.add(change(output, output.onePart() ? plain.asOnePartUpload() : plain));
        }
        store.change(changes);
    }

    /** Uploads in parts that broke off two days ago: 5 MiB of a recording and of a video. */
    private void begin(Instant now) throws IOException {
        Instant begun = now.minus(Duration.ofDays(2));
        StoredContent part = store.content(new byte[PART_BYTES]);
        String video =
                "temp/videos/%s/7c1e5a90d2b84f36_%d.mp4"
                        .formatted(VIDEO_DAY.format(begun), begun.toEpochMilli());
        begin("drum-scores", BROKEN_RECORDING, "audio/wav", begun, part);
        begin("bookmark-media", video, "video/mp4", begun, part);
    }

    private void begin(String name, String key, String type, Instant begun, StoredContent content)
            throws IOException {
        SampleBucket bucket = bucket(name);
        var changes = new ArrayList<Change>();
        for (List<Upload> uploads : bucket.uploads.values()) {
            for (Upload upload : uploads) {
                if (upload.id().startsWith(BROKEN_ID)) {
                    changes.add(new Change.OfUploadEnd(bucket.name, upload.key(), upload.id()));
                }
            }
        }
        var upload =
                new Upload(
                        BROKEN_ID + ContentFiles.newName(),
                        key,
                        begun,
                        ObjectAttributes.of(type),
                        "",
                        false,
                        Upload.noParts());
        var part = new Upload.Part(1, begun.plusSeconds(40), content);
        store.change(changes);
        store.change(new Change.OfUpload(bucket.name, upload));
        store.change(new Change.OfPart(bucket.name, upload.key(), upload.id(), part));
    }

    private Change change(Output output, StoredContent content) {
        SampleBucket bucket = bucket(output.bucket());
        var version =
                bucket.newVersion(output.key(), output.modified(), attributes(output), content);
        return new Change.OfObject(bucket.name, output.key(), bucket.with(version));
    }

    private static ObjectAttributes attributes(Output output) {
        var headers = new TreeMap<>(output.headers());
        headers.put("content-type", output.contentType());
        output.metadata()
                .forEach((name, value) -> headers.put(ObjectAttributes.METADATA + name, value));
        return new ObjectAttributes(headers, output.tags());
    }

    /** Takes away the versions that were put here, whatever else there is under their keys. */
    private void remove(List<SampleManifest.Entry> entries) throws IOException {
        var changes = new ArrayList<Change>();
        for (SampleManifest.Entry entry : entries) {
            SampleBucket bucket = store.bucket(entry.bucket());
            if (bucket != null && !bucket.versions(entry.key()).isEmpty()) {
                List<StoredObject> others =
                        bucket.versions(entry.key()).stream()
                                .filter(version -> !version.modified().equals(entry.modified()))
                                .toList();
                changes.add(new Change.OfObject(entry.bucket(), entry.key(), others));
            }
        }
        store.change(changes);
    }

    private SampleBucket bucket(String name) {
        SampleBucket bucket = store.bucket(name);
        if (bucket == null) {
            throw new IllegalStateException("somebody deleted the bucket meanwhile: " + name);
        }
        return bucket;
    }
}
