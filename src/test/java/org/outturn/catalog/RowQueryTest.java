package org.outturn.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;

class RowQueryTest {
    private static final RowOrder NAME_DOWN = new RowOrder(RowOrder.Column.NAME, false);

    @Test
    void namesAreInNaturalOrderAndFoldersFirst() {
        ListingTable table =
                ListedKeys.table(
                        "page10.md",
                        "page2.md",
                        "Page3.md",
                        "page.md",
                        "z1/x",
                        "Z10/x",
                        "z2/x",
                        "été",
                        "etz",
                        "f");
        assertThat(names(table, RowOrder.BY_NAME))
                .containsExactly(
                        "z1/",
                        "z2/",
                        "Z10/",
                        "etz",
                        "été",
                        "f",
                        "page.md",
                        "page2.md",
                        "Page3.md",
                        "page10.md");
        assertThat(names(table, NAME_DOWN))
                .containsExactly(
                        "Z10/",
                        "z2/",
                        "z1/",
                        "page10.md",
                        "Page3.md",
                        "page2.md",
                        "page.md",
                        "f",
                        "été",
                        "etz");
    }

    @Test
    void numbersCountByValueHoweverLongAndWhateverTheirZeros() {
        ListingTable table =
                ListedKeys.table(
                        "n100000000000000000000000",
                        "n99999999999999999999999",
                        "n007b",
                        "n7a",
                        "n08",
                        "n0",
                        "n",
                        "nx");
        assertThat(names(table, RowOrder.BY_NAME))
                .containsExactly(
                        "n",
                        "n0",
                        "n7a",
                        "n007b",
                        "n08",
                        "n99999999999999999999999",
                        "n100000000000000000000000",
                        "nx");
    }

    @Test
    void equalNamesStayAsListed() {
        ListingTable table = ListedKeys.table("A1", "a1", "a01", "A01");
        assertThat(names(table, RowOrder.BY_NAME)).containsExactly("A01", "A1", "a01", "a1");
        assertThat(names(table, NAME_DOWN)).containsExactly("A01", "A1", "a01", "a1");
    }

    @Test
    void sizeTimeAndClassSortObjectsAndLeaveFoldersAsListed() {
        ListingTable table = new ListingTable(Prefix.root("b"));
        table.append(
                new ListingPage(
                        List.of(
                                entry("a", 5_000_000_000L, 3, "STANDARD"),
                                entry("b", 0, 1, "GLACIER"),
                                entry("c", 7, 2, "STANDARD_IA")),
                        List.of("f2/", "f10/"),
                        true));
        assertThat(names(table, new RowOrder(RowOrder.Column.SIZE, true)))
                .containsExactly("f2/", "f10/", "b", "c", "a");
        assertThat(names(table, new RowOrder(RowOrder.Column.SIZE, false)))
                .containsExactly("f2/", "f10/", "a", "c", "b");
        assertThat(names(table, new RowOrder(RowOrder.Column.MODIFIED, true)))
                .containsExactly("f2/", "f10/", "b", "c", "a");
        assertThat(names(table, new RowOrder(RowOrder.Column.MODIFIED, false)))
                .containsExactly("f2/", "f10/", "a", "c", "b");
        assertThat(names(table, new RowOrder(RowOrder.Column.STORAGE_CLASS, true)))
                .containsExactly("f2/", "f10/", "b", "a", "c");
        assertThat(names(table, new RowOrder(RowOrder.Column.LISTED, false)))
                .containsExactly("f10/", "f2/", "c", "b", "a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sds            | Floor Star_SDS.pdf",
                "sds STAR floor | Floor Star_SDS.pdf",
                "star  missing  | ``",
                "CAFÉ           | cafe\u0301.md",
                "cafe\u0301     | cafe\u0301.md",
                "cafe           | ``",
                "οδος           | ΟΔΟΣΑ.txt",
                "\u212Aelvin    | kelvin.json",
                "(1)            | a (1).txt",
                "\u00a0sds\u3000| Floor Star_SDS.pdf",
                "folder/        | folder/",
            })
    void theFilterFindsAllWordsWithoutCase(String filter, String expected) {
        ListingTable table =
                ListedKeys.table(
                        "Floor Star_SDS.pdf",
                        "Floor Star_PDS.pdf",
                        "cafe\u0301.md",
                        "ΟΔΟΣΑ.txt",
                        "kelvin.json",
                        "a (1).txt",
                        "folder/x");
        List<String> found = names(table, new RowQuery(RowOrder.LISTED, filter));
        assertThat(found).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void thePlaceholderIsFoundAndSortedByItsShownName() {
        ListingTable table =
                ListedKeys.table("in/mmm/", List.of("in/mmm/", "in/mmm/a", "in/mmm/z"), 9);
        assertThat(names(table, new RowQuery(RowOrder.LISTED, "mmm"))).containsExactly("mmm/");
        assertThat(names(table, RowOrder.BY_NAME)).containsExactly("a", "mmm/", "z");
    }

    @Test
    void aBatchAddsWhatTheWholeQueryWouldGive() {
        List<String> keys = IntStream.range(0, 500).mapToObj(i -> "k" + i).toList();
        ListingTable table = new ListingTable(Prefix.root("b"));
        RowQuery query = new RowQuery(RowOrder.LISTED, "7");
        int[] gathered = {};
        for (ListingPage page : new ListedKeys(keys, 33).pages("", "/")) {
            int from = table.size();
            table.append(page);
            int[] added = query.added(table, from, table.size(), Cancellation.never());
            int[] longer = Arrays.copyOf(gathered, gathered.length + added.length);
            System.arraycopy(added, 0, longer, gathered.length, added.length);
            gathered = longer;
        }
        assertThat(gathered).isNotEmpty().isEqualTo(query.rows(table, Cancellation.never()));
        assertThatThrownBy(() ->
                        new RowQuery(RowOrder.BY_NAME, "").added(table, 0, 1, Cancellation.never()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> query.added(table, 0, 501, Cancellation.never()))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @EnumSource(value = RowOrder.Column.class, names = "LISTED", mode = EnumSource.Mode.EXCLUDE)
    void aCancelledQueryGivesNothing(RowOrder.Column column) {
        ListingTable table = ListedKeys.table("a", "b", "c");
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        RowQuery query = new RowQuery(new RowOrder(column, true), "");
        assertThatThrownBy(() -> query.rows(table, cancelled))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aSortUnderWayIsCancelled() {
        int rows = 50_000;
        ListingTable table =
                ListedKeys.table(
                        "", IntStream.range(0, rows).mapToObj(i -> "k" + i).toList(), 1_000);
        AtomicInteger checks = new AtomicInteger();
        CancelFlag inTheMiddle =
                new CancelFlag(Cancellation.never()) {
                    @Override
                    void check() {
                        if (checks.incrementAndGet() > rows + 10_000) {
                            throw new CancellationException("in the middle");
                        }
                    }
                };
        RowSorter sorter = new RowSorter(table, table.snapshot(), RowOrder.BY_NAME, inTheMiddle);
        int[] all = RowQuery.ALL.rows(table, Cancellation.never());
        assertThatThrownBy(() -> sorter.sorted(all)).isInstanceOf(CancellationException.class);
        assertThat(checks.get()).as("comparisons were under way").isGreaterThan(rows);
    }

    private static ObjectEntry entry(String key, long size, long second, String storageClass) {
        return new ObjectEntry(key, size, Instant.ofEpochSecond(second), storageClass, "");
    }

    private static List<String> names(ListingTable table, RowOrder order) {
        return names(table, new RowQuery(order, ""));
    }

    private static List<String> names(ListingTable table, RowQuery query) {
        return Arrays.stream(query.rows(table, Cancellation.never()))
                .mapToObj(table::name)
                .toList();
    }
}
