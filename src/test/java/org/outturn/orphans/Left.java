package org.outturn.orphans;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.outturn.catalog.OutputCollector;
import org.outturn.catalog.OutputTable;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.pipeline.layout.Recogniser;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;
import org.outturn.storage.UnfinishedUpload;

/** A bucket as it was listed, made by hand. */
final class Left {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final String BUCKET = "b";

    private final List<ObjectEntry> objects = new ArrayList<>();
    private final List<UnfinishedUpload> uploads = new ArrayList<>();
    private final Set<String> busy = new HashSet<>();
    private boolean complete = true;

    static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }

    /** An id that is the same for the same number. */
    static String id(int number) {
        return "0b9f2c4e-8a51-4d37-9c06-%012x".formatted(number);
    }

    Left has(String key, Duration age) {
        return has(key, 100, age);
    }

    Left has(String key, long size, Duration age) {
        objects.add(new ObjectEntry(key, size, NOW.minus(age), "STANDARD", ""));
        return this;
    }

    Left begun(String key, Duration age) {
        uploads.add(
                new UnfinishedUpload(
                        new ObjectAddress(BUCKET, key), "u" + uploads.size(), NOW.minus(age)));
        return this;
    }

    Left busy(String key) {
        busy.add(key);
        return this;
    }

    Left listedInPart() {
        complete = false;
        return this;
    }

    OutputTable table() {
        var collector = new OutputCollector(recogniser(), Prefix.root(BUCKET));
        objects.sort(Comparator.comparing(ObjectEntry::key));
        collector.add(new ListingPage(objects, List.of(), true));
        collector.add(uploads);
        return collector.table(NOW);
    }

    static Recogniser recogniser() {
        return Layouts.SHIPPED.recogniser();
    }

    OrphanFindings found() {
        return OrphanFinder.find(
                table(), recogniser(), new OrphanFinder.Look(uploads, complete, busy, NOW));
    }

    /** The certain ones as {@code KIND key}. */
    List<String> lines() {
        return found().orphans().stream()
                .map(orphan -> orphan.kind() + " " + orphan.key())
                .sorted()
                .toList();
    }
}
