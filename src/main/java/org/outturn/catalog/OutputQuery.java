package org.outturn.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.outturn.pipeline.OutputKind;
import org.outturn.pipeline.status.OutputState;
import org.outturn.storage.Cancellation;

/**
 * Which outputs to show, and in which order.
 *
 * @param kinds of these kinds
 * @param place at this place only
 * @param state in this state only
 * @param expiresBefore those that expire before this, in milliseconds since 1970 UTC; {@link
 *     OutputLookup#NEVER} for all
 * @param filter words that name, user, job, key or tags must hold, in any order, without regard to
 *     case. Blank for all
 */
public record OutputQuery(
        Set<OutputKind> kinds,
        Optional<String> place,
        Optional<OutputState> state,
        long expiresBefore,
        String filter,
        OutputOrder order) {
    /** All outputs, the newest first. */
    public static final OutputQuery ALL =
            new OutputQuery(
                    Set.of(OutputKind.values()),
                    Optional.empty(),
                    Optional.empty(),
                    OutputLookup.NEVER,
                    "",
                    OutputOrder.NEWEST);

    public OutputQuery {
        kinds = Set.copyOf(kinds);
    }

    /**
     * Row numbers of the table. Blocks: not for the JavaFX thread.
     *
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public int[] rows(OutputTable table, OutputLookup lookup, Cancellation cancellation) {
        var flag = new CancelFlag(cancellation);
        var words = new NameFilter(filter);
        List<OutputRow> rows = table.rows();
        Integer[] passing =
                IntStream.range(0, rows.size())
                        .peek(_ -> flag.check())
                        .filter(i -> passes(rows.get(i), lookup, words))
                        .boxed()
                        .toArray(Integer[]::new);
        Comparator<Integer> byValue = comparator(rows, lookup);
        Arrays.sort(
                passing,
                (a, b) -> {
                    flag.check();
                    return order.ascending() ? byValue.compare(a, b) : byValue.compare(b, a);
                });
        return Arrays.stream(passing).mapToInt(Integer::intValue).toArray();
    }

    /** The same without regard to the state: what the states are counted of. */
    public OutputQuery ofAnyState() {
        return new OutputQuery(kinds, place, Optional.empty(), expiresBefore, filter, order);
    }

    /** The same without regard to filter, state and order: all that is looked at. */
    public OutputQuery inScope() {
        return new OutputQuery(kinds, place, Optional.empty(), expiresBefore, "", ALL.order());
    }

    /**
     * Whether the answer depends on the tags of outputs that are not in sight: when a word of the
     * filter is written as a tag is shown, {@code client:agar}, or tags make the order.
     */
    public boolean needsTags() {
        return order.column() == OutputOrder.Column.TAGS
                || Arrays.stream(filter.strip().split("[\\s\\p{Z}]+"))
                        .anyMatch(word -> word.indexOf(':') > 0 && !word.contains("://"));
    }

    /** Whether the answer depends on what a {@link OutputLookup} learns. */
    public boolean looksBeyondListing() {
        return state.isPresent()
                || !filter.isBlank()
                || expiresBefore != OutputLookup.NEVER
                || switch (order.column()) {
                    case NAME, STATUS, TAGS, EXPIRES -> true;
                    case PRODUCED, FILES, SIZE, USER -> false;
                };
    }

    /** The same in another order, of one state only or of all, with another filter. */
    public OutputQuery with(OutputOrder other, Optional<OutputState> only, String words) {
        return new OutputQuery(kinds, place, only, expiresBefore, words, other);
    }

    private boolean passes(OutputRow row, OutputLookup lookup, NameFilter words) {
        return kinds.contains(row.kind())
                && (place.isEmpty() || place.get().equals(row.place()))
                && (expiresBefore == OutputLookup.NEVER || lookup.expires(row) < expiresBefore)
                && (state.isEmpty() || lookup.status(row).state() == state.get())
                && (words.passesAll() || holds(row, lookup, words));
    }

    private static boolean holds(OutputRow row, OutputLookup lookup, NameFilter words) {
        String text =
                String.join(
                        " ",
                        lookup.name(row),
                        row.user(),
                        row.job(),
                        row.firstKey(),
                        lookup.tags(row));
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return words.passes(utf8, 0, utf8.length);
    }

    private Comparator<Integer> comparator(List<OutputRow> rows, OutputLookup lookup) {
        return switch (order.column()) {
            case NAME -> byText(rows, lookup::name);
            case USER -> byText(rows, OutputRow::user);
            case TAGS -> byText(rows, lookup::tags);
            case STATUS -> Comparator.comparing(i -> lookup.status(rows.get(i)).state());
            case PRODUCED -> Comparator.comparingLong(i -> rows.get(i).produced().order());
            case FILES -> Comparator.comparingInt(i -> rows.get(i).files());
            case SIZE -> Comparator.comparingLong(i -> rows.get(i).bytes());
            case EXPIRES -> Comparator.comparingLong(i -> lookup.expires(rows.get(i)));
        };
    }

    /** In natural order; what is compared is made once for each row. */
    private static Comparator<Integer> byText(
            List<OutputRow> rows, java.util.function.Function<OutputRow, String> text) {
        var folded = new byte[rows.size()][];
        return (a, b) ->
                Arrays.compareUnsigned(fold(folded, rows, a, text), fold(folded, rows, b, text));
    }

    private static byte[] fold(
            byte[][] folded,
            List<OutputRow> rows,
            int row,
            java.util.function.Function<OutputRow, String> text) {
        if (folded[row] == null) {
            byte[] utf8 = text.apply(rows.get(row)).getBytes(StandardCharsets.UTF_8);
            folded[row] = NameFold.forSort(utf8, 0, utf8.length);
        }
        return folded[row];
    }
}
