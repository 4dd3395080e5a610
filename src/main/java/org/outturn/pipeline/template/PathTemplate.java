package org.outturn.pipeline.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text that keys are read by and made from, for instance <code>
 * {prefix}parsed/{time:epoch-s}_{document:text}.zip</code>.
 *
 * <p>Reading takes time in proportion to the key's length, whatever the template; nothing is tried
 * twice. What cannot be read that way is refused by {@link #parse}. Immutable.
 */
public final class PathTemplate {
    /** Longer templates are refused; no key is longer than 1,024 bytes (S3 User Guide). */
    public static final int MOST_CHARACTERS = 1_024;

    private final String source;
    private final boolean anyPrefix;
    private final List<SegmentTemplate> segments;
    private final @Nullable Placeholder rest;
    private final List<Placeholder> placeholders;

    PathTemplate(
            String source,
            boolean anyPrefix,
            List<SegmentTemplate> segments,
            @Nullable Placeholder rest,
            List<Placeholder> placeholders) {
        this.source = source;
        this.anyPrefix = anyPrefix;
        this.segments = List.copyOf(segments);
        this.rest = rest;
        this.placeholders = List.copyOf(placeholders);
    }

    /**
     * Reads a template. docs/layouts.md has the form.
     *
     * @throws TemplateException if it is not one, or could not be matched in linear time
     */
    public static PathTemplate parse(String text) throws TemplateException {
        return new TemplateParser(text).parse();
    }

    /** Whether any number of segments may come before. */
    public boolean hasAnyPrefix() {
        return anyPrefix;
    }

    List<SegmentTemplate> segments() {
        return segments;
    }

    @Nullable Placeholder rest() {
        return rest;
    }

    /** Whether there is neither a fixed text nor a part of a known form in it. */
    public boolean fitsAnything() {
        return segments.stream()
                .flatMap(segment -> segment.elements().stream())
                .allMatch(SegmentTemplate::isOpen);
    }

    /** The placeholders in their order, a prefix and a rest included. */
    public List<Placeholder> placeholders() {
        return placeholders;
    }

    /** The number of a placeholder; -1 if there is none of that name. */
    public int slot(String name) {
        for (int i = 0; i < placeholders.size(); i++) {
            if (placeholders.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Reads a key; where there may be a prefix, the shortest one that fits counts. */
    public Optional<KeyMatch> match(String key) {
        var cut = new KeySegments(key);
        int last = anyPrefix ? cut.count() - 1 : 0;
        for (int from = 0; from <= last; from++) {
            KeyMatch found = matchAt(cut, from);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /**
     * Reads a key from one of its segments on.
     *
     * @param from the segment that the template's own part is to begin with; 0 unless any prefix
     *     may come before
     * @return null if it does not fit
     */
    public @Nullable KeyMatch matchAt(KeySegments key, int from) {
        int left = key.count() - from;
        boolean fits = rest == null ? left == segments.size() : left > segments.size();
        if (!fits || from > 0 && !anyPrefix) {
            return null;
        }
        int[] bounds = new int[placeholders.size() * 2];
        for (int i = 0; i < segments.size(); i++) {
            int segment = from + i;
            if (!segments.get(i).matches(key.key(), key.start(segment), key.end(segment), bounds)) {
                return null;
            }
        }
        if (anyPrefix) {
            bounds[1] = key.start(from);
        }
        if (rest != null) {
            int slot = placeholders.size() - 1;
            bounds[slot * 2] = key.start(from + segments.size());
            bounds[slot * 2 + 1] = key.key().length();
        }
        return isDay(key.key(), bounds) ? new KeyMatch(this, key.key(), bounds) : null;
    }

    /** Year, month and day fit each for themselves by now. */
    boolean isDay(String key, int[] bounds) {
        int year = slotOf(PlaceholderType.YEAR);
        int month = slotOf(PlaceholderType.MONTH);
        int day = slotOf(PlaceholderType.DAY);
        return year < 0
                || month < 0
                || day < 0
                || PlaceholderType.isDay(
                        cut(key, bounds, year), cut(key, bounds, month), cut(key, bounds, day));
    }

    private static String cut(String key, int[] bounds, int slot) {
        return key.substring(bounds[slot * 2], bounds[slot * 2 + 1]);
    }

    int slotOf(PlaceholderType type) {
        for (int i = 0; i < placeholders.size(); i++) {
            if (placeholders.get(i).type() == type) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Makes the key that has these values. Reading it gives them back if each fits its placeholder.
     *
     * @throws IllegalArgumentException if a value is missing
     */
    public String format(Map<String, String> values) {
        var key = new StringBuilder();
        if (anyPrefix) {
            key.append(value(values, placeholders.getFirst()));
        }
        for (int i = 0; i < segments.size(); i++) {
            if (i > 0) {
                key.append('/');
            }
            for (SegmentTemplate.Element element : segments.get(i).elements()) {
                switch (element) {
                    case SegmentTemplate.Element.Literal(String word) -> key.append(word);
                    case SegmentTemplate.Element.Slot(Placeholder placeholder, _) ->
                            key.append(value(values, placeholder));
                }
            }
        }
        if (rest != null) {
            key.append(segments.isEmpty() ? "" : "/").append(value(values, rest));
        }
        return key.toString();
    }

    private static String value(Map<String, String> values, Placeholder placeholder) {
        String value = values.get(placeholder.name());
        if (value == null) {
            throw new IllegalArgumentException("no value for " + placeholder.name());
        }
        return value;
    }

    /** The template as it was written. */
    @Override
    public String toString() {
        return source;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PathTemplate template && template.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }
}
