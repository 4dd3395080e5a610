package org.outturn.pipeline.template;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The template of one segment. What is before its text placeholder is read from the left, what is
 * after it from the right, so nothing is ever tried twice.
 */
final class SegmentTemplate {
    private final List<Element> elements;
    private final int text;
    private final String first;

    /** A part of a segment. */
    sealed interface Element {
        /** A text as it is. */
        record Literal(String text) implements Element {}

        /**
         * A placeholder.
         *
         * @param slot its number among the placeholders of the template
         */
        record Slot(Placeholder placeholder, int slot) implements Element {}
    }

    SegmentTemplate(List<Element> elements) {
        this.elements = List.copyOf(elements);
        int found = -1;
        for (int i = 0; i < elements.size(); i++) {
            if (isText(elements.get(i))) {
                found = i;
            }
        }
        this.text = found;
        this.first =
                !elements.isEmpty() && elements.getFirst() instanceof Element.Literal(String word)
                        ? word
                        : "";
    }

    static boolean isText(Element element) {
        return element instanceof Element.Slot(Placeholder placeholder, _)
                && placeholder.type() instanceof PlaceholderType.Text;
    }

    /** Whether nearly everything fits: a text, or a word of any length. */
    static boolean isOpen(Element element) {
        return element instanceof Element.Slot(Placeholder placeholder, _)
                && (placeholder.type() instanceof PlaceholderType.Text
                        || placeholder.type()
                                        instanceof PlaceholderType.Run(var alphabet, int least, _)
                                && alphabet == PlaceholderType.Alphabet.WORD
                                && least == 1);
    }

    /** The number of the part whose length is not known; -1 if there is none. */
    int text() {
        return text;
    }

    /** How it looks, placeholders in braces by their names. */
    @Override
    public String toString() {
        return elements.stream()
                .map(element ->
                        switch (element) {
                            case Element.Literal(String word) -> word;
                            case Element.Slot(Placeholder placeholder, _) ->
                                    "{" + placeholder.name() + "}";
                        })
                .collect(Collectors.joining());
    }

    List<Element> elements() {
        return elements;
    }

    /**
     * Reads a stretch of a key.
     *
     * @param bounds gets beginning and end of each placeholder, at twice its number
     */
    boolean matches(String key, int from, int to, int[] bounds) {
        if (!key.startsWith(first, from) || from + first.length() > to) {
            return false;
        }
        int left = from;
        int forward = text < 0 ? elements.size() : text;
        for (int i = 0; i < forward; i++) {
            left = readForward(elements.get(i), key, left, to, bounds);
            if (left < 0) {
                return false;
            }
        }
        if (text < 0) {
            return left == to;
        }
        int right = to;
        for (int i = elements.size() - 1; i > text; i--) {
            right = readBackward(elements.get(i), key, left, right, bounds);
            if (right < 0) {
                return false;
            }
        }
        if (right <= left) {
            return false;
        }
        mark((Element.Slot) elements.get(text), left, right, bounds);
        return true;
    }

    /** Reads one part from the left; the end of it, or -1. */
    static int readForward(Element element, String key, int from, int to, int[] bounds) {
        if (element instanceof Element.Literal(String word)) {
            int end = from + word.length();
            return end <= to && key.startsWith(word, from) ? end : -1;
        }
        var slot = (Element.Slot) element;
        int end =
                switch (slot.placeholder().type()) {
                    case PlaceholderType.Run run -> run.end(key, from, to);
                    case PlaceholderType.Fixed fixed -> fixed(fixed, key, from, to);
                    case PlaceholderType.AnyTime() -> time(key, from, to);
                    case PlaceholderType.OneOf(List<String> options) -> {
                        for (String option : options) {
                            if (from + option.length() <= to && key.startsWith(option, from)) {
                                yield from + option.length();
                            }
                        }
                        yield -1;
                    }
                    case PlaceholderType.Text(),
                            PlaceholderType.Rest(),
                            PlaceholderType.AnyPrefix() ->
                            -1;
                };
        return end < 0 ? -1 : mark(slot, from, end, bounds);
    }

    private static int fixed(PlaceholderType.Fixed type, String key, int from, int to) {
        int end = from + type.length();
        return end <= to && type.check().test(key.substring(from, end)) ? end : -1;
    }

    private static int time(String key, int from, int to) {
        int stamp = fixed(PlaceholderType.STAMP, key, from, to);
        return stamp >= 0
                ? stamp
                : new PlaceholderType.Run(
                                PlaceholderType.Alphabet.DIGITS,
                                PlaceholderType.AnyTime.LEAST_DIGITS,
                                PlaceholderType.AnyTime.MOST_DIGITS)
                        .end(key, from, to);
    }

    /** The parser lets nothing stand after a text whose length is not known. */
    static int readBackward(Element element, String key, int least, int to, int[] bounds) {
        if (element instanceof Element.Literal(String word)) {
            int start = to - word.length();
            return start >= least && key.startsWith(word, start) ? start : -1;
        }
        var slot = (Element.Slot) element;
        switch (slot.placeholder().type()) {
            case PlaceholderType.OneOf(List<String> options) -> {
                for (String option : options) {
                    int start = to - option.length();
                    if (start >= least && key.startsWith(option, start)) {
                        mark(slot, start, to, bounds);
                        return start;
                    }
                }
                return -1;
            }
            case PlaceholderType.Run run -> {
                int start = to - run.least();
                return start >= least && run.end(key, start, to) == to
                        ? markBackward(slot, start, to, bounds)
                        : -1;
            }
            case PlaceholderType.Fixed fixed -> {
                int start = to - fixed.length();
                return start >= least && fixed(fixed, key, start, to) == to
                        ? markBackward(slot, start, to, bounds)
                        : -1;
            }
            case PlaceholderType.AnyTime(),
                    PlaceholderType.Text(),
                    PlaceholderType.Rest(),
                    PlaceholderType.AnyPrefix() -> {
                return -1;
            }
        }
    }

    private static int markBackward(Element.Slot slot, int start, int end, int[] bounds) {
        mark(slot, start, end, bounds);
        return start;
    }

    private static int mark(Element.Slot slot, int start, int end, int[] bounds) {
        bounds[slot.slot() * 2] = start;
        bounds[slot.slot() * 2 + 1] = end;
        return end;
    }
}
