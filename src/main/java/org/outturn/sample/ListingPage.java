package org.outturn.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a walk through keys, in their order, with what begins alike up to the delimiter
 * rolled into common prefixes. It seeks, so that a page costs what it shows, not what it skips.
 *
 * @param truncated whether more follows
 */
record ListingPage<T>(List<Row<T>> rows, boolean truncated) {

    /**
     * A line of the page.
     *
     * @param name the key, or the common prefix
     * @param item null for a common prefix
     */
    record Row<T>(String name, @Nullable T item) {}

    /**
     * What to list.
     *
     * @param after names up to and with this one were listed before; empty to begin
     * @param afterId where the last page ended within the items of one key; empty for at its end
     */
    record Query(String prefix, String delimiter, String after, String afterId, int max) {}

    /** The last row, from which the next page goes on. */
    Row<T> last() {
        return rows.getLast();
    }

    /**
     * Reads a page.
     *
     * @param shown what of a key's items is listed; none hides the key
     * @param id names one item among those of its key
     */
    static <T> ListingPage<T> read(
            NavigableMap<String, List<T>> map,
            Query query,
            Function<List<T>, List<T>> shown,
            Function<T, String> id) {
        var rows = new ArrayList<Row<T>>();
        Map.Entry<String, List<T>> entry = first(map, query);
        while (entry != null && entry.getKey().startsWith(query.prefix)) {
            String key = entry.getKey();
            List<T> items = shown.apply(entry.getValue());
            String common = commonPrefix(key, query);
            if (items.isEmpty()) {
                entry = map.higherEntry(key);
            } else if (common != null) {
                if (rows.size() >= query.max) {
                    return new ListingPage<>(rows, query.max > 0);
                }
                rows.add(new Row<>(common, null));
                entry = ceiling(map, Utf8Order.after(common));
            } else {
                for (T item : key.equals(query.after) ? rest(items, query.afterId, id) : items) {
                    if (rows.size() >= query.max) {
                        return new ListingPage<>(rows, query.max > 0);
                    }
                    rows.add(new Row<>(key, item));
                }
                entry = map.higherEntry(key);
            }
        }
        return new ListingPage<>(rows, false);
    }

    private static <T> Map.@Nullable Entry<String, List<T>> first(
            NavigableMap<String, List<T>> map, Query query) {
        if (query.after.isEmpty() || new Utf8Order().compare(query.after, query.prefix) < 0) {
            return map.ceilingEntry(query.prefix);
        }
        if (query.after.equals(commonPrefix(query.after, query))) {
            return ceiling(map, Utf8Order.after(query.after));
        }
        return query.afterId.isEmpty()
                ? map.higherEntry(query.after)
                : map.ceilingEntry(query.after);
    }

    private static <T> Map.@Nullable Entry<String, List<T>> ceiling(
            NavigableMap<String, List<T>> map, @Nullable String from) {
        return from == null ? null : map.ceilingEntry(from);
    }

    private static @Nullable String commonPrefix(String key, Query query) {
        if (query.delimiter.isEmpty() || !key.startsWith(query.prefix)) {
            return null;
        }
        int at = key.indexOf(query.delimiter, query.prefix.length());
        return at < 0 ? null : key.substring(0, at + query.delimiter.length());
    }

    /** The items behind the one with this id; all of them when it is gone. */
    private static <T> List<T> rest(List<T> items, String afterId, Function<T, String> id) {
        List<String> ids = items.stream().map(id).toList();
        return items.subList(ids.indexOf(afterId) + 1, items.size());
    }
}
