package org.outturn.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.outturn.catalog.CatalogBatch;
import org.outturn.catalog.CatalogListener;
import org.outturn.catalog.CatalogService;
import org.outturn.catalog.Completeness;
import org.outturn.catalog.ListingTable;
import org.outturn.catalog.RowOrder;
import org.outturn.catalog.RowQuery;
import org.outturn.storage.AbsentStore;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;

/**
 * Memory and time of a listing's rows, beside a plain list of row objects that is sorted with
 * {@code List.sort} and filtered by a predicate, as a table view's own lists do. Both in one run,
 * in turns; the median of the rounds counts. Arguments: the numbers of rows.
 */
public final class CatalogBench {
    private static final int ROUNDS = 7;
    private static final String PREFIX =
            "agar/20251114_011839_0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395/pdfs/";
    private static final Comparator<String> NATURAL = new PlainNaturalOrder();

    /** What a table view would hold. */
    private record PlainRow(
            boolean folder,
            String key,
            String name,
            long size,
            Instant modified,
            String storageClass) {}

    private CatalogBench() {}

    /** Runs all measurements. */
    public static void main(String[] args) {
        List<String> sizes = args.length == 0 ? List.of("20000", "1000000") : List.of(args);
        for (String size : sizes) {
            measure(Integer.parseInt(size));
        }
    }

    private static void measure(int rows) {
        long before = usedHeap();
        ListingTable table = table(rows);
        long withTable = usedHeap();
        List<PlainRow> plain = plainRows(rows);
        long withPlain = usedHeap();
        say("%,d rows of %d-byte keys", rows, table.key(0).length());
        say(
                "  heap a row: compact %.0f B, plain list %.0f B",
                (withTable - before) / (double) rows, (withPlain - withTable) / (double) rows);

        Map<String, Supplier<Object>> runs = new LinkedHashMap<>();
        runs.put("open, 1,000 a page", () -> table(rows));
        runs.put("sort by name, compact", () -> rows(table, RowOrder.Column.NAME, ""));
        runs.put(
                "sort by name, List.sort",
                () -> sorted(plain, Comparator.comparing(PlainRow::name, NATURAL)));
        runs.put("sort by size, compact", () -> rows(table, RowOrder.Column.SIZE, ""));
        runs.put(
                "sort by size, List.sort",
                () -> sorted(plain, Comparator.comparingLong(PlainRow::size)));
        runs.put("sort by time, compact", () -> rows(table, RowOrder.Column.MODIFIED, ""));
        runs.put(
                "sort by time, List.sort",
                () -> sorted(plain, Comparator.comparing(PlainRow::modified)));
        runs.put("filter, compact", () -> rows(table, RowOrder.Column.LISTED, "sds 77"));
        runs.put("filter, predicate", () -> filtered(plain, "sds", "77"));
        runs.put(
                "filter and sort by name, compact",
                () -> rows(table, RowOrder.Column.NAME, "sds 77"));

        Map<String, long[]> times = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Supplier<Object>> run : runs.entrySet()) {
                long start = System.nanoTime();
                Object result = run.getValue().get();
                long time = System.nanoTime() - start;
                if (result == null) {
                    throw new IllegalStateException("no result");
                }
                times.computeIfAbsent(run.getKey(), name -> new long[ROUNDS])[round] = time;
            }
        }
        times.forEach((name, all) -> {
            Arrays.sort(all);
            say(
                    "  %-34s %9.1f ms (best %.1f, worst %.1f)",
                    name, all[ROUNDS / 2] / 1e6, all[0] / 1e6, all[ROUNDS - 1] / 1e6);
        });
    }

    private static int[] rows(ListingTable table, RowOrder.Column column, String filter) {
        return new RowQuery(new RowOrder(column, true), filter).rows(table, Cancellation.never());
    }

    private static List<PlainRow> sorted(List<PlainRow> rows, Comparator<PlainRow> order) {
        List<PlainRow> copy = new ArrayList<>(rows);
        copy.sort(order);
        return copy;
    }

    private static List<PlainRow> filtered(List<PlainRow> rows, String... words) {
        return rows.stream()
                .filter(row -> {
                    String name = row.name().toLowerCase(Locale.ROOT);
                    return Arrays.stream(words).allMatch(name::contains);
                })
                .toList();
    }

    private static ListingTable table(int rows) {
        CompletableFuture<ListingTable> whole = new CompletableFuture<>();
        CatalogListener listener =
                new CatalogListener() {
                    private ListingTable last;

                    @Override
                    public void batch(CatalogBatch batch) {
                        last = batch.table();
                    }

                    @Override
                    public void ended(Completeness completeness) {
                        whole.complete(last);
                    }
                };
        new CatalogService(new MadeUpStore(rows), InstantSource.system())
                .open(new Prefix("bench", PREFIX), listener);
        return whole.orTimeout(5, TimeUnit.MINUTES).join();
    }

    private static List<PlainRow> plainRows(int rows) {
        List<PlainRow> plain = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ObjectEntry entry = entry(i);
            plain.add(
                    new PlainRow(
                            false,
                            entry.key(),
                            entry.key().substring(PREFIX.length()),
                            entry.size(),
                            entry.modified(),
                            entry.storageClass()));
        }
        return plain;
    }

    /** Names with numbers of several lengths; sizes and times without an order. */
    private static ObjectEntry entry(int i) {
        long mixed = i * 0x9E3779B97F4A7C15L;
        String key = PREFIX + "Product " + (mixed >>> 40) + " sheet " + i + "_SDS.pdf";
        Instant modified =
                Instant.ofEpochSecond(1_731_000_000L).plus(Duration.ofMillis(mixed >>> 30));
        return new ObjectEntry(
                key, mixed >>> 40, modified, i % 3 == 0 ? "STANDARD_IA" : "STANDARD", "");
    }

    private static long usedHeap() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }

    private static void say(String format, Object... values) {
        IO.println(String.format(Locale.ROOT, format, values));
    }

    /** Pages of a thousand entries that are made as they are asked for. */
    private static final class MadeUpStore extends AbsentStore {
        private final int rows;

        MadeUpStore(int rows) {
            this.rows = rows;
        }

        @Override
        public void list(
                Prefix prefix,
                String delimiter,
                String startAfter,
                Cancellation cancellation,
                Consumer<ListingPage> sink) {
            for (int from = 0; from < rows; from += 1_000) {
                int to = Math.min(rows, from + 1_000);
                sink.accept(
                        new ListingPage(
                                IntStream.range(from, to).mapToObj(CatalogBench::entry).toList(),
                                List.of(),
                                to == rows));
            }
        }
    }
}
