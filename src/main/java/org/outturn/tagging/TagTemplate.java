package org.outturn.tagging;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.outturn.storage.ObjectTags;

/**
 * Tags that somebody sets again and again.
 *
 * @param name what a menu calls it
 * @param values by key; {@code {date}} stands for the day that the output is of, {@code {today}}
 *     for the day on which the tags are set, both as ISO 8601 has them ({@code 2025-11-14}, as the
 *     scraper's guide asks for)
 */
public record TagTemplate(String name, SortedMap<String, String> values) {
    public TagTemplate {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static TagTemplate of(String name, Map<String, String> values) {
        return new TagTemplate(name, new TreeMap<>(values));
    }

    /**
     * The tags for one output.
     *
     * @param output the day that it is of, where it is known
     * @return empty if the day is needed and not known
     */
    public Optional<ObjectTags> fill(Optional<LocalDate> output, LocalDate today) {
        return Days.fill(values, output, today).map(ObjectTags::new);
    }
}
