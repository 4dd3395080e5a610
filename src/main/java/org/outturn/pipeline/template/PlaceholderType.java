package org.outturn.pipeline.template;

import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a placeholder takes. Every type looks at each character at most once and never goes back,
 * which is what makes hostile templates and hostile keys harmless.
 */
public sealed interface PlaceholderType {

    /** At the beginning only: any number of whole segments with their slashes, none too. */
    record AnyPrefix() implements PlaceholderType {}

    /** At the end only: whatever follows, slashes too, nothing too. */
    record Rest() implements PlaceholderType {}

    /** One or more characters of one segment; at most one of its kind in a segment. */
    record Text() implements PlaceholderType {}

    /**
     * A run of characters of one class.
     *
     * @param least at least 1
     * @param most at least {@code least}
     */
    record Run(Alphabet alphabet, int least, int most) implements PlaceholderType {

        /** The longest run from here, its end; -1 if it is shorter or longer than allowed. */
        int end(CharSequence text, int from, int to) {
            int at = from;
            while (at < to && alphabet.has(text.charAt(at))) {
                at++;
            }
            int length = at - from;
            boolean fixed = least == most;
            if (fixed) {
                return length >= least ? from + least : -1;
            }
            return length >= least && length <= most ? at : -1;
        }
    }

    /** A text of known length with an inner form, for instance a UUID. */
    record Fixed(String word, int length, Predicate<String> check) implements PlaceholderType {}

    /** A time as {@code yyyyMMdd_HHmmss} or as a number of 8 to 17 digits. */
    record AnyTime() implements PlaceholderType {
        static final int LEAST_DIGITS = 8;
        static final int MOST_DIGITS = 17;
    }

    /** One of these texts; none is empty. The longest that fits counts. */
    record OneOf(List<String> options) implements PlaceholderType {
        public OneOf {
            options =
                    options.stream()
                            .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                            .toList();
        }
    }

    /** Which characters a run is made of. */
    enum Alphabet {
        DIGITS,
        LOWER_HEX,
        /** ASCII letters and digits, hyphen, underscore: names without an extension. */
        WORD;

        boolean has(char c) {
            boolean digit = c >= '0' && c <= '9';
            return switch (this) {
                case DIGITS -> digit;
                case LOWER_HEX -> digit || c >= 'a' && c <= 'f';
                case WORD ->
                        digit
                                || c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c == '-'
                                || c == '_';
            };
        }
    }

    /** A UUID in the text form of RFC 9562, in upper or lower case. */
    Fixed UUID = new Fixed("uuid", 36, KeyForms::isUuid);

    /** {@code yyyyMMdd_HHmmss} of a time that there is. */
    Fixed STAMP = new Fixed("stamp", KeyForms.STAMP_LENGTH, KeyForms::isStamp);

    /** {@code yyyy-MM-dd} of a day that there is. */
    Fixed DATE = new Fixed("date", 10, KeyForms::isDate);

    /** Unix time in seconds: ten digits last from 2001 to 2286. */
    Fixed EPOCH_SECONDS = new Fixed("epoch-s", 10, KeyForms::isDigits);

    /** Unix time in milliseconds, thirteen digits. */
    Fixed EPOCH_MILLIS = new Fixed("epoch-ms", 13, KeyForms::isDigits);

    /** Four digits. Year, month and day of one template have to name a day that there is. */
    Fixed YEAR = new Fixed("year", 4, KeyForms::isDigits);

    /** Two digits, 01 to 12. */
    Fixed MONTH = new Fixed("month", 2, m -> KeyForms.isBetween(m, 1, 12));

    /** Two digits, 01 to 31. */
    Fixed DAY = new Fixed("day", 2, d -> KeyForms.isBetween(d, 1, 31));

    /** The types of fixed length. */
    List<Fixed> FIXED = List.of(UUID, STAMP, DATE, EPOCH_SECONDS, EPOCH_MILLIS, YEAR, MONTH, DAY);

    /** Whether the day is one that the month has. */
    static boolean isDay(String year, String month, String day) {
        return Integer.parseInt(day)
                <= YearMonth.of(Integer.parseInt(year), Integer.parseInt(month)).lengthOfMonth();
    }
}
