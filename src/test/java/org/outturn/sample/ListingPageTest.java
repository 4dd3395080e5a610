package org.outturn.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Walks of any page size see what one look at all keys sees. */
class ListingPageTest {
    @Provide
    Arbitrary<Set<String>> keys() {
        return Arbitraries.strings()
                .withChars("ab/\uD7FF\uFFFD")
                .ofMaxLength(5)
                .filter(s -> !s.isEmpty())
                .set()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<String> prefixes() {
        return Arbitraries.of("", "a", "a/", "/", "ab", "b//", "\uD7FF");
    }

    @Property(tries = 500)
    void walksAllByPages(
            @ForAll("keys") Set<String> keys,
            @ForAll("prefixes") String prefix,
            @ForAll boolean delimited,
            @ForAll @IntRange(min = 1, max = 4) int max) {
        String delimiter = delimited ? "/" : "";
        var map = new ConcurrentSkipListMap<String, List<String>>(new Utf8Order());
        keys.forEach(key -> map.put(key, List.of(key)));
        var walked = new ArrayList<String>();
        String after = "";
        boolean more = true;
        while (more) {
            var query = new ListingPage.Query(prefix, delimiter, after, "", max);
            var page = ListingPage.read(map, query, Function.identity(), Function.identity());
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(max);
            page.rows().forEach(row -> walked.add(row.name()));
            more = page.truncated();
            after = more ? page.last().name() : "";
        }
        assertThat(walked).containsExactlyElementsOf(expected(keys, prefix, delimiter));
    }

    @Property(tries = 200)
    void walksTheItemsOfAKeyByPages(
            @ForAll("keys") Set<String> keys, @ForAll @IntRange(min = 1, max = 4) int max) {
        var map = new ConcurrentSkipListMap<String, List<String>>(new Utf8Order());
        keys.forEach(key -> map.put(key, List.of(key + 1, key + 2, key + 3)));
        var walked = new ArrayList<String>();
        var query = new ListingPage.Query("", "", "", "", max);
        boolean more = true;
        while (more) {
            var page = ListingPage.read(map, query, Function.identity(), Function.identity());
            page.rows().forEach(row -> walked.add(row.item()));
            more = page.truncated();
            if (more) {
                var last = page.last();
                query = new ListingPage.Query("", "", last.name(), last.item(), max);
            }
        }
        assertThat(walked)
                .containsExactlyElementsOf(map.values().stream().flatMap(List::stream).toList());
    }

    private static Set<String> expected(Set<String> keys, String prefix, String delimiter) {
        var names = new TreeSet<>(new Utf8Order());
        for (String key : keys) {
            if (key.startsWith(prefix)) {
                int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
                names.add(end < 0 ? key : key.substring(0, end + 1));
            }
        }
        return names;
    }
}
