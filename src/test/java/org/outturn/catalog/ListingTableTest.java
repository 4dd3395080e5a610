package org.outturn.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;

class ListingTableTest {
    @Test
    void foldersAndObjectsAreInKeyOrder() {
        ListingTable table = ListedKeys.table("b", "a/1", "a/2", "c/x", "a.txt", "a0");
        assertThat(names(table)).containsExactly("a.txt", "a/", "a0", "b", "c/");
        assertThat(table.folders()).isEqualTo(2);
        assertThat(table.objects()).isEqualTo(3);
        assertThat(table.bytes()).isEqualTo("a.txt".length() + "a0".length() + "b".length());
    }

    @Test
    void orderIsThatOfBytesAndNotOfChars() {
        // U+FF5E is before U+1F600 in UTF-8, and after its surrogates in UTF-16
        ListingTable table = ListedKeys.table("\uff5e", "\ud83d\ude00/x");
        assertThat(names(table)).containsExactly("\uff5e", "\ud83d\ude00/");
    }

    @Test
    void aRowHoldsWhatTheListingTold() {
        Instant modified = Instant.parse("2025-11-14T01:18:39.123Z");
        ListingTable table = new ListingTable(new Prefix("bucket", "p/"));
        table.append(
                new ListingPage(
                        List.of(new ObjectEntry("p/x y.pdf", 1L << 42, modified, "GLACIER", "e")),
                        List.of("p/sub/"),
                        true));
        assertThat(table.row(0))
                .isEqualTo(
                        new ListingRow(
                                RowKind.FOLDER,
                                "bucket",
                                "p/sub/",
                                "sub/",
                                -1,
                                ListingTable.NO_TIME,
                                ""));
        ListingRow object = table.row(1);
        assertThat(object)
                .isEqualTo(
                        new ListingRow(
                                RowKind.OBJECT,
                                "bucket",
                                "p/x y.pdf",
                                "x y.pdf",
                                1L << 42,
                                modified.toEpochMilli(),
                                "GLACIER"));
        assertThat(object.address().s3Uri()).isEqualTo("s3://bucket/p/x y.pdf");
        assertThat(table.kind(1)).isEqualTo(RowKind.OBJECT);
        assertThat(table.size(1)).isEqualTo(1L << 42);
        assertThat(table.modifiedMillis(1)).isEqualTo(modified.toEpochMilli());
        assertThat(table.storageClass(1)).isEqualTo("GLACIER");
        assertThat(table.key(1)).isEqualTo("p/x y.pdf");
        assertThatThrownBy(() -> table.row(0).address()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void thePlaceholderHasTheNameOfItsFolder() {
        ListingTable table =
                ListedKeys.table("a/new folder/", List.of("a/new folder/", "a/new folder/x"), 9);
        assertThat(table.row(0).kind()).isEqualTo(RowKind.PLACEHOLDER);
        assertThat(table.row(0).name()).isEqualTo("new folder/");
        assertThat(table.row(0).address().key()).isEqualTo("a/new folder/");
        assertThat(table.row(1).name()).isEqualTo("x");
    }

    @Test
    void aKeyThatIsObjectAndPrefixGivesTwoRows() {
        ListingTable table = ListedKeys.table("a", "a/b", "a/");
        assertThat(table.size()).isEqualTo(2);
        assertThat(table.row(0).kind()).isEqualTo(RowKind.OBJECT);
        assertThat(table.row(0).key()).isEqualTo("a");
        assertThat(table.row(1).kind()).isEqualTo(RowKind.FOLDER);
        assertThat(table.row(1).key()).isEqualTo("a/");
    }

    @Test
    void emptySegmentsHaveARow() {
        assertThat(names(ListedKeys.table("/x", "a"))).containsExactly("/", "a");
        ListingTable below = ListedKeys.table("a/", List.of("a//x", "a/y"), 9);
        assertThat(below.row(0).key()).isEqualTo("a//");
        assertThat(below.row(0).name()).isEqualTo("/");
        ListingTable deeper = ListedKeys.table("a//", List.of("a//", "a//x"), 9);
        assertThat(deeper.row(0).kind()).isEqualTo(RowKind.PLACEHOLDER);
        assertThat(deeper.row(0).name()).isEqualTo("/");
    }

    @Test
    void aPrefixWithinANameListsWholeNames() {
        ListingTable table = ListedKeys.table("a/re", List.of("a/re", "a/report", "a/re/x"), 9);
        assertThat(names(table)).containsExactly("re", "re/", "report");
        assertThat(table.kind(0)).isEqualTo(RowKind.OBJECT);
        assertThat(table.key(2)).isEqualTo("a/report");
    }

    @Test
    void findsRowsByKeyAndKind() {
        ListingTable table = ListedKeys.table("p/", List.of("p/a", "p/a/b", "p/c", "p/d", "p/"), 2);
        assertThat(table.find("p/a", RowKind.OBJECT)).hasValue(1);
        assertThat(table.find("p/a/", RowKind.FOLDER)).hasValue(2);
        assertThat(table.find("p/", RowKind.PLACEHOLDER)).hasValue(0);
        assertThat(table.find("p/d", RowKind.OBJECT)).hasValue(4);
        assertThat(table.find("p/a/", RowKind.OBJECT)).isEmpty();
        assertThat(table.find("q/a", RowKind.OBJECT)).isEmpty();
    }

    @Test
    void aKeyOutsideThePrefixIsRefused() {
        ListingTable table = new ListingTable(new Prefix("b", "p/"));
        ListingPage page = new ListingPage(List.of(ListedKeys.entry("q/secret")), List.of(), true);
        assertThatThrownBy(() -> table.append(page)).isInstanceOf(IllegalStateException.class);
        assertThat(table.size()).isZero();
    }

    @Test
    void rowsOutOfRangeAreRefused() {
        ListingTable table = ListedKeys.table("a");
        assertThatThrownBy(() -> table.row(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> table.key(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void manyStorageClassesStayApart() {
        ListingTable table = new ListingTable(Prefix.root("b"));
        table.append(
                new ListingPage(
                        IntStream.range(0, 200)
                                .mapToObj(i ->
                                        new ObjectEntry(
                                                "k%03d".formatted(i),
                                                1,
                                                Instant.EPOCH,
                                                "CLASS" + i,
                                                ""))
                                .toList(),
                        List.of(),
                        true));
        assertThat(IntStream.range(0, 200).allMatch(i -> table.storageClass(i).equals("CLASS" + i)))
                .isTrue();
    }

    /** Whatever a reader sees of the table while it grows is whole. */
    @Test
    void readersSeeWholeRowsWhileOneWrites() throws Exception {
        List<ListingPage> pages =
                new ListedKeys(
                                IntStream.range(0, 200_000).mapToObj("k%06d"::formatted).toList(),
                                37)
                        .pages("", "/");
        ListingTable table = new ListingTable(Prefix.root("b"));
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Integer> reader =
                CompletableFuture.supplyAsync(() -> {
                    int seen = 0;
                    while (!done.get() || seen < table.size()) {
                        int size = table.size();
                        if (size > seen) {
                            assertThat(table.name(size - 1)).isEqualTo("k%06d".formatted(size - 1));
                            assertThat(table.size(seen)).isEqualTo(7);
                            assertThat(table.bytes()).isGreaterThanOrEqualTo(7L * size);
                        }
                        seen = size;
                    }
                    return seen;
                });
        try {
            pages.forEach(table::append);
        } finally {
            done.set(true);
        }
        assertThat(reader.get(30, TimeUnit.SECONDS)).isEqualTo(200_000);
    }

    private static List<String> names(ListingTable table) {
        return IntStream.range(0, table.size()).mapToObj(table::name).toList();
    }
}
