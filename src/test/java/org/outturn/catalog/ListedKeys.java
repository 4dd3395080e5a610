package org.outturn.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.outturn.storage.AbsentStore;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;
import org.outturn.storage.UnfinishedUpload;

/**
 * The listing of one bucket in memory, by the rules of ListObjectsV2: key order is that of the
 * UTF-8 bytes, a page holds objects and common prefixes of one stretch of keys. An object is as
 * long as its key.
 */
final class ListedKeys extends AbsentStore {
    static final Instant MODIFIED = Instant.parse("2025-11-14T01:18:39Z");

    private final TreeSet<String> keys =
            new TreeSet<>(
                    Comparator.comparing(
                            k -> k.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
    private final int pageSize;
    private final Consumer<Integer> beforePage;

    /**
     * @param beforePage told the number of each page before it is handed on; may wait or throw
     */
    ListedKeys(Collection<String> keys, int pageSize, Consumer<Integer> beforePage) {
        this.keys.addAll(keys);
        this.pageSize = pageSize;
        this.beforePage = beforePage;
    }

    ListedKeys(Collection<String> keys, int pageSize) {
        this(keys, pageSize, page -> {});
    }

    static ObjectEntry entry(String key) {
        return new ObjectEntry(key, key.length(), MODIFIED, "STANDARD", "");
    }

    @Override
    public void list(
            Prefix prefix,
            String delimiter,
            String startAfter,
            Cancellation cancellation,
            Consumer<ListingPage> sink) {
        List<ListingPage> pages = pages(prefix.value(), delimiter);
        for (int i = 0; i < pages.size(); i++) {
            beforePage.accept(i);
            cancellation.check();
            sink.accept(pages.get(i));
        }
    }

    @Override
    public List<UnfinishedUpload> unfinishedUploads(Prefix prefix, Cancellation cancellation) {
        return List.of();
    }

    List<ListingPage> pages(String prefix, String delimiter) {
        SequencedSet<String> found = new LinkedHashSet<>();
        for (String key : keys) {
            if (key.startsWith(prefix)) {
                int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
                // a common prefix may not be taken for an object whose key it is
                found.add(end < 0 ? "o" + key : "p" + key.substring(0, end + 1));
            }
        }
        List<ListingPage> pages = new ArrayList<>();
        List<String> all = List.copyOf(found);
        int from = 0;
        do {
            int to = Math.min(all.size(), from + pageSize);
            List<String> part = all.subList(from, to);
            pages.add(
                    new ListingPage(
                            part.stream()
                                    .filter(k -> k.startsWith("o"))
                                    .map(k -> entry(k.substring(1)))
                                    .toList(),
                            part.stream()
                                    .filter(k -> k.startsWith("p"))
                                    .map(k -> k.substring(1))
                                    .toList(),
                            to == all.size()));
            from = to;
        } while (from < all.size());
        return pages;
    }

    /** The table of a whole listing. */
    static ListingTable table(String prefix, Collection<String> keys, int pageSize) {
        ListingTable table = new ListingTable(new Prefix("b", prefix));
        new ListedKeys(keys, pageSize).pages(prefix, "/").forEach(table::append);
        return table;
    }

    static ListingTable table(String... keys) {
        return table("", List.of(keys), 3);
    }
}
