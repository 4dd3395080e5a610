package org.outturn.follow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.OutputCollector;
import org.outturn.catalog.OutputTable;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.storage.AbsentStore;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;
import org.outturn.storage.UnfinishedUpload;

/** A bucket in memory, by the rules of ListObjectsV2, that counts what it is asked. */
public final class CountingBucket extends AbsentStore {
    public static final Prefix ROOT = Prefix.root("b");

    /** By code points, which is the order of the UTF-8 bytes. */
    private final TreeMap<String, ObjectEntry> objects =
            new TreeMap<>(
                    Comparator.comparing(
                            key -> key.codePoints().toArray(), java.util.Arrays::compare));

    private final Set<String> places = new TreeSet<>();
    private List<UnfinishedUpload> uploads = List.of();
    private int requests;
    private @Nullable Failure failure;
    private Runnable beforePage = () -> {};

    public synchronized void put(String key, long size, Instant modified) {
        objects.put(key, new ObjectEntry(key, size, modified, "STANDARD", ""));
    }

    public synchronized void delete(String key) {
        objects.remove(key);
    }

    public synchronized List<String> keys() {
        return List.copyOf(objects.keySet());
    }

    public synchronized void failWith(@Nullable Failure why) {
        failure = why;
    }

    /** The prefixes that were listed since this was asked last. */
    public synchronized Set<String> places() {
        var listed = Set.copyOf(places);
        places.clear();
        return listed;
    }

    public synchronized void uploading(UnfinishedUpload... now) {
        uploads = List.of(now);
    }

    public void beforePage(Runnable action) {
        beforePage = action;
    }

    /** How many requests came since this was asked last. */
    public synchronized int requests() {
        int counted = requests;
        requests = 0;
        return counted;
    }

    @Override
    public void list(
            Prefix prefix,
            String delimiter,
            String startAfter,
            Cancellation cancellation,
            Consumer<ListingPage> sink) {
        String after = startAfter;
        while (true) {
            beforePage.run();
            cancellation.check();
            ListingPage page = page(prefix, after);
            sink.accept(page);
            if (page.last()) {
                return;
            }
            after = page.objects().getLast().key();
        }
    }

    private synchronized ListingPage page(Prefix prefix, String after) {
        requests++;
        places.add(prefix.value());
        if (failure != null) {
            throw new FailureException(failure);
        }
        var found = new ArrayList<ObjectEntry>();
        for (ObjectEntry object : objects.tailMap(after, false).values()) {
            if (!object.key().startsWith(prefix.value())) {
                continue;
            }
            if (found.size() == 1_000) {
                return new ListingPage(found, List.of(), false);
            }
            found.add(object);
        }
        return new ListingPage(found, List.of(), true);
    }

    @Override
    public synchronized List<UnfinishedUpload> unfinishedUploads(
            Prefix prefix, Cancellation cancellation) {
        requests++;
        places.add(prefix.value());
        return uploads.stream()
                .filter(upload -> upload.target().key().startsWith(prefix.value()))
                .toList();
    }

    /** What a survey finds, without a request being counted. */
    public synchronized OutputTable table(Instant now) {
        var collector = new OutputCollector(Layouts.SHIPPED.recogniser(), ROOT);
        collector.add(new ListingPage(List.copyOf(objects.values()), List.of(), true));
        collector.add(uploads);
        return collector.table(now);
    }
}
