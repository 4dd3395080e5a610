package org.outturn.jobs;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.outturn.storage.ObjectTags;

/**
 * Tags with places that each job fills in by itself. No tag's value can have a brace of its own.
 */
public final class JobTags {
    /** What the scraper's guide asks for. */
    public static final ObjectTags TEMPLATE =
            ObjectTags.of(Map.of("client", "agar", "type", "scrape-output", "date", "{date}"));

    private JobTags() {}

    /** What {@link #filled} fills in. */
    public static final List<String> PLACEHOLDERS = List.of("{date}", "{job}");

    /**
     * Fills in {@code {date}}, the day of the job as {@code 2025-11-14}, and {@code {job}}, its id.
     */
    public static ObjectTags filled(ObjectTags template, JobFolder folder) {
        return ObjectTags.of(
                template.values().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        tag ->
                                                tag.getValue()
                                                        .replace("{date}", folder.date().toString())
                                                        .replace("{job}", folder.jobId()))));
    }
}
