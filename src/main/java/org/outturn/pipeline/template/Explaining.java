package org.outturn.pipeline.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.pipeline.template.SegmentTemplate.Element;

/** Makes one {@link MatchExplanation}. */
final class Explaining {
    /** What a segment too many or too few takes away, and the most of it. */
    private static final int OFF = 2;

    private static final int MOST_OFF = 8;

    private final PathTemplate template;
    private final KeySegments segments;
    private final String key;
    private final int from;
    private final int[] bounds;
    private final List<MatchExplanation.Part> parts = new ArrayList<>();
    private @Nullable Misfit misfit;
    private int misfits;
    private int points;

    Explaining(PathTemplate template, KeySegments segments, int from) {
        this.template = template;
        this.segments = segments;
        this.key = segments.key();
        this.from = from;
        this.bounds = new int[template.placeholders().size() * 2];
    }

    MatchExplanation explain() {
        List<SegmentTemplate> own = template.segments();
        int left = segments.count() - from;
        if (from > 0 && template.hasAnyPrefix()) {
            parts.add(
                    new MatchExplanation.Part(
                            0,
                            segments.start(from),
                            Optional.of(template.placeholders().getFirst())));
        }
        for (int i = 0; i < Math.min(left, own.size()); i++) {
            segment(own.get(i), segments.start(from + i), segments.end(from + i));
        }
        Placeholder rest = template.rest();
        if (left < own.size()) {
            tooShort(own.get(left).toString(), own.size() - left);
        } else if (rest == null && left > own.size()) {
            wrong(new Misfit.TooMuch(segments.start(from + own.size()), key.length()));
            points -= Math.min(MOST_OFF, OFF * (left - own.size()));
        } else if (rest != null && left == own.size()) {
            tooShort("{" + rest.name() + "}", 1);
        } else if (rest != null) {
            int start = segments.start(from + own.size());
            parts.add(new MatchExplanation.Part(start, key.length(), Optional.of(rest)));
        }
        if (misfit == null) {
            day();
        }
        parts.sort(Comparator.comparingInt(MatchExplanation.Part::start));
        return new MatchExplanation(
                template,
                key,
                segments.start(from),
                parts,
                Optional.ofNullable(misfit),
                misfits,
                points);
    }

    private void tooShort(String next, int missing) {
        wrong(new Misfit.TooShort(next, key.length(), key.length()));
        points -= Math.min(MOST_OFF, OFF * missing);
    }

    private void segment(SegmentTemplate segment, int start, int end) {
        List<Element> elements = segment.elements();
        int text = segment.text();
        int left = start;
        for (int i = 0; i < (text < 0 ? elements.size() : text); i++) {
            left = forward(elements, i, left, end);
        }
        if (text < 0) {
            if (left < end) {
                wrong(new Misfit.TooMuch(left, end));
            }
            return;
        }
        int right = end;
        // found from the right, but told in the order of the key
        Misfit behind = null;
        for (int i = elements.size() - 1; i > text; i--) {
            Element element = elements.get(i);
            int read = SegmentTemplate.readBackward(element, key, left, right, bounds);
            if (read >= 0) {
                right(element, read, right);
                right = read;
            } else {
                misfits++;
                int at = Math.max(left, right - length(element));
                behind = wrongAt(element, at, right);
            }
        }
        Placeholder open = ((Element.Slot) elements.get(text)).placeholder();
        if (right <= left) {
            wrong(new Misfit.Value(open, left, Math.max(left, right)));
        } else {
            parts.add(new MatchExplanation.Part(left, right, Optional.of(open)));
        }
        if (behind != null && misfit == null) {
            misfit = behind;
        }
    }

    private int forward(List<Element> elements, int i, int left, int end) {
        Element element = elements.get(i);
        int read = SegmentTemplate.readForward(element, key, left, end, bounds);
        if (read >= 0) {
            right(element, left, read);
            return read;
        }
        // goes on where the next fixed text is, so that what comes after it counts too
        int next = end;
        if (element instanceof Element.Literal(String word)) {
            next = Math.min(end, left + word.length());
        } else if (i + 1 < elements.size()
                && elements.get(i + 1) instanceof Element.Literal(String word)) {
            int found = key.indexOf(word, left, end);
            next = found < 0 ? end : found;
        }
        wrong(wrongAt(element, left, next));
        return next;
    }

    private void right(Element element, int start, int end) {
        points += worth(element);
        parts.add(
                new MatchExplanation.Part(
                        start,
                        end,
                        element instanceof Element.Slot(Placeholder placeholder, _)
                                ? Optional.of(placeholder)
                                : Optional.empty()));
    }

    /** The name of a folder says most, a value of a known form something, an ending little. */
    private static int worth(Element element) {
        if (element instanceof Element.Literal(String word)) {
            return Character.isLetter(word.charAt(0))
                    ? 3 * Math.min(8, word.length())
                    : Math.min(5, word.length());
        }
        return SegmentTemplate.isOpen(element) ? 0 : Math.min(6, length(element));
    }

    private static Misfit wrongAt(Element element, int start, int end) {
        return switch (element) {
            case Element.Literal(String word) -> new Misfit.Word(word, start, end);
            case Element.Slot(Placeholder placeholder, _) ->
                    new Misfit.Value(placeholder, start, end);
        };
    }

    /** How long it is at least. */
    private static int length(Element element) {
        return switch (element) {
            case Element.Literal(String word) -> word.length();
            case Element.Slot(Placeholder placeholder, _) ->
                    switch (placeholder.type()) {
                        case PlaceholderType.Fixed fixed -> fixed.length();
                        case PlaceholderType.Run run -> run.least();
                        case PlaceholderType.AnyTime() -> PlaceholderType.AnyTime.LEAST_DIGITS;
                        case PlaceholderType.OneOf one -> one.options().getLast().length();
                        case PlaceholderType.Text(),
                                PlaceholderType.Rest(),
                                PlaceholderType.AnyPrefix() ->
                                1;
                    };
        };
    }

    private void wrong(Misfit found) {
        misfits++;
        if (misfit == null) {
            misfit = found;
        }
    }

    /** What the matcher checks last: that the day is one that its month has. */
    private void day() {
        if (!template.isDay(key, bounds)) {
            int start = bounds[template.slotOf(PlaceholderType.YEAR) * 2];
            int end = bounds[template.slotOf(PlaceholderType.DAY) * 2 + 1];
            wrong(new Misfit.NoDay(Math.min(start, end), Math.max(start, end)));
        }
    }
}
