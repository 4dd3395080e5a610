package org.outturn.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.outturn.storage.Cancellation;

class RowPropertyTest {
    private static final Pattern PIECE = Pattern.compile("[0-9]+|[^0-9]");

    @Property(tries = 300)
    void everyKeyBelowThePrefixIsReachedOnce(
            @ForAll("keySets") Set<String> keys,
            @ForAll("prefixes") String prefix,
            @ForAll @IntRange(min = 1, max = 7) int pageSize) {
        ListingTable table = ListedKeys.table(prefix, keys, pageSize);
        Set<String> expected = new TreeSet<>();
        for (String key : keys) {
            if (key.startsWith(prefix)) {
                int slash = key.indexOf('/', prefix.length());
                expected.add(slash < 0 ? "object " + key : "folder " + key.substring(0, slash + 1));
            }
        }
        List<String> rows =
                IntStream.range(0, table.size())
                        .mapToObj(table::row)
                        .map(row -> (row.isFolder() ? "folder " : "object ") + row.key())
                        .toList();
        assertThat(rows).containsExactlyInAnyOrderElementsOf(expected);
        for (int row = 0; row < table.size(); row++) {
            assertThat(table.name(row)).isNotEmpty();
            assertThat(table.find(table.key(row), table.kind(row))).hasValue(row);
        }
        assertThat(
                        IntStream.range(0, table.size())
                                .mapToObj(table::key)
                                .map(RowPropertyTest::bytes))
                .isSortedAccordingTo(Arrays::compareUnsigned);
    }

    @Property(tries = 300)
    void sortedByNameIsNaturalOrder(@ForAll("keySets") Set<String> keys) {
        ListingTable table = ListedKeys.table("", keys, 5);
        int[] rows = new RowQuery(RowOrder.BY_NAME, "").rows(table, Cancellation.never());
        assertThat(Arrays.stream(rows).sorted().toArray())
                .isEqualTo(IntStream.range(0, table.size()).toArray());
        for (int i = 1; i < rows.length; i++) {
            int a = rows[i - 1];
            int b = rows[i];
            boolean folderA = table.kind(a) == RowKind.FOLDER;
            boolean folderB = table.kind(b) == RowKind.FOLDER;
            assertThat(folderA || !folderB).as("folders first").isTrue();
            if (folderA == folderB) {
                int order = compareNaturally(table.name(a), table.name(b));
                assertThat(order < 0 || order == 0 && a < b)
                        .as(table.name(a) + " before " + table.name(b))
                        .isTrue();
            }
        }
    }

    @Property(tries = 300)
    void anyPartOfANameFindsIt(
            @ForAll("keySets") Set<String> keys,
            @ForAll @IntRange(min = 0, max = 6) int from,
            @ForAll @IntRange(min = 1, max = 4) int length) {
        ListingTable table = ListedKeys.table("", keys, 5);
        for (int row = 0; row < table.size(); row++) {
            int[] points = table.name(row).codePoints().toArray();
            int start = Math.min(from, points.length - 1);
            String part = new String(points, start, Math.min(length, points.length - start));
            // a part of a decomposed name can be another text once it stands alone
            if (!Normalizer.isNormalized(table.name(row), Normalizer.Form.NFC)) {
                continue;
            }
            int[] found = new RowQuery(RowOrder.LISTED, part).rows(table, Cancellation.never());
            assertThat(found).contains(row);
        }
    }

    @Provide
    Arbitrary<Set<String>> keySets() {
        Arbitrary<String> pieces =
                Arbitraries.of(
                        "a", "A", "b", "é", "e\u0301", "0", "00", "1", "2", "10", "/", "/", ".",
                        " ", "+", "%2F", "\n", "漢", "😀", "\uff5e", "-", "ß");
        return pieces.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> String.join("", parts))
                .set()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<String> prefixes() {
        return Arbitraries.of("", "", "a", "a/", "/", "A/b", "1");
    }

    /** The same order by other means: the pieces one by one, numbers as numbers. */
    private static int compareNaturally(String a, String b) {
        List<String> left = pieces(a);
        List<String> right = pieces(b);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = comparePieces(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int comparePieces(String a, String b) {
        boolean numberA = Character.isDigit(a.charAt(0));
        boolean numberB = Character.isDigit(b.charAt(0));
        if (numberA && numberB) {
            return new BigInteger(a).compareTo(new BigInteger(b));
        }
        return Arrays.compareUnsigned(bytes(numberA ? "0" : a), bytes(numberB ? "0" : b));
    }

    private static List<String> pieces(String name) {
        String folded =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .codePoints()
                        .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        Matcher matcher = PIECE.matcher(folded);
        return matcher.results().map(found -> found.group()).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
