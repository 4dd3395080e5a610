package org.outturn.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
    public boolean fill() throws IOException {
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
        for (SampleManifest.Entry entry : before.entries()) {
            remove(entry);
        }
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
        manifest.completed().write(folder);
        return true;
    }

    private void put(List<Output> outputs) throws IOException {
        Map<byte[], StoredContent> contents = new IdentityHashMap<>();
        for (Output output : outputs) {
            StoredContent content = contents.get(output.bytes());
            if (content == null) {
                content = store.content(output.bytes());
                contents.put(output.bytes(), content);
            }
            store.put(
                    output.bucket(),
                    output.key(),
                    output.onePart() ? content.asOnePartUpload() : content,
                    attributes(output),
                    output.modified());
        }
    }

    private static ObjectAttributes attributes(Output output) {
        var attributes = ObjectAttributes.of(output.contentType());
        for (Map.Entry<String, String> header : output.headers().entrySet()) {
            attributes = attributes.withHeader(header.getKey(), header.getValue());
        }
        for (Map.Entry<String, String> entry : output.metadata().entrySet()) {
            attributes = attributes.withMetadata(entry.getKey(), entry.getValue());
        }
        for (Map.Entry<String, String> tag : output.tags().entrySet()) {
            attributes = attributes.withTag(tag.getKey(), tag.getValue());
        }
        return attributes;
    }

    /** Takes away the version that was put here, whatever else there is under its key. */
    private void remove(SampleManifest.Entry entry) throws IOException {
        SampleBucket bucket = store.bucket(entry.bucket());
        if (bucket != null && !bucket.versions(entry.key()).isEmpty()) {
            List<StoredObject> others =
                    bucket.versions(entry.key()).stream()
                            .filter(version -> !version.modified().equals(entry.modified()))
                            .toList();
            store.change(new Change.OfObject(entry.bucket(), entry.key(), others));
        }
    }
}
