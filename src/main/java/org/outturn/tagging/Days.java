package org.outturn.tagging;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Days in the values of tags. Braces are no characters of a tag, so there is nothing that they
 * could be taken for.
 */
final class Days {
    private static final String DATE = "{date}";
    private static final String TODAY = "{today}";

    private Days() {}

    static boolean areNeeded(Collection<String> values) {
        return values.stream().anyMatch(Days::isNeeded);
    }

    static boolean isNeeded(String value) {
        return value.contains(DATE);
    }

    /** Values with days as ISO 8601 has them; empty if one needs a day that is not known. */
    static Optional<SortedMap<String, String>> fill(
            Map<String, String> tags, Optional<LocalDate> output, LocalDate today) {
        if (output.isEmpty() && areNeeded(tags.values())) {
            return Optional.empty();
        }
        SortedMap<String, String> filled = new TreeMap<>();
        tags.forEach((key, value) -> filled.put(key, fill(value, output.orElse(today), today)));
        return Optional.of(filled);
    }

    static String fill(String value, LocalDate output, LocalDate today) {
        return value.replace(DATE, output.toString()).replace(TODAY, today.toString());
    }
}
