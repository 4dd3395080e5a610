package org.outturn.pipeline.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outturn.pipeline.template.SegmentTemplate.Element;
import org.outturn.pipeline.template.TemplateException.Complaint;

/** Reads the text of a template. */
final class TemplateParser {
    private static final int LONGEST_RUN = 1_024;
    private static final int LONGEST_NAME = 40;

    private final String text;
    private final List<Placeholder> placeholders = new ArrayList<>();
    private final List<SegmentTemplate> segments = new ArrayList<>();
    private List<Element> segment = new ArrayList<>();
    private boolean anyPrefix;
    private @Nullable Placeholder rest;

    TemplateParser(String text) {
        this.text = text;
    }

    PathTemplate parse() throws TemplateException {
        if (text.isEmpty()) {
            throw new TemplateException(Complaint.EMPTY, "");
        }
        if (text.length() > PathTemplate.MOST_CHARACTERS) {
            throw new TemplateException(Complaint.TOO_LONG, text.substring(0, 20));
        }
        int at = 0;
        while (at < text.length()) {
            if (rest != null) {
                throw new TemplateException(Complaint.REST_NOT_LAST, rest.name());
            }
            char c = text.charAt(at);
            if (c == '{') {
                int end = text.indexOf('}', at);
                if (end < 0) {
                    throw new TemplateException(Complaint.UNCLOSED, text.substring(at));
                }
                placeholder(text.substring(at + 1, end), at);
                at = end + 1;
            } else if (c == '/') {
                endSegment();
                at++;
            } else {
                int end = at;
                while (end < text.length() && "{/".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                segment.add(new Element.Literal(text.substring(at, end)));
                at = end;
            }
        }
        if (rest == null) {
            endSegment();
        } else if (!segment.isEmpty()) {
            throw new TemplateException(Complaint.REST_NOT_LAST, rest.name());
        }
        return new PathTemplate(text, anyPrefix, segments, rest, placeholders);
    }

    private void placeholder(String inner, int at) throws TemplateException {
        int colon = inner.indexOf(':');
        String name = colon < 0 ? inner : inner.substring(0, colon);
        String word = colon < 0 ? inner : inner.substring(colon + 1);
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || !name.chars().allMatch(c -> isNameCharacter((char) c))) {
            throw new TemplateException(Complaint.BAD_NAME, inner);
        }
        if (placeholders.stream().anyMatch(known -> known.name().equals(name))) {
            throw new TemplateException(Complaint.NAME_TWICE, name);
        }
        var placeholder = new Placeholder(name, type(word));
        switch (placeholder.type()) {
            case PlaceholderType.AnyPrefix() -> {
                if (at > 0) {
                    throw new TemplateException(Complaint.PREFIX_NOT_FIRST, name);
                }
                anyPrefix = true;
            }
            case PlaceholderType.Rest() -> rest = placeholder;
            default -> segment.add(new Element.Slot(placeholder, placeholders.size()));
        }
        placeholders.add(placeholder);
    }

    private static boolean isNameCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
    }

    private static PlaceholderType type(String word) throws TemplateException {
        int open = word.indexOf('(');
        String name = open < 0 ? word : word.substring(0, open);
        String inner = open < 0 ? "" : word.substring(open + 1);
        if (open >= 0 && !inner.endsWith(")")) {
            throw new TemplateException(Complaint.UNKNOWN_TYPE, word);
        }
        List<String> arguments =
                open < 0
                        ? List.of()
                        : List.of(inner.substring(0, inner.length() - 1).split("[|,]", -1));
        return switch (name) {
            case "hex" -> run(PlaceholderType.Alphabet.LOWER_HEX, arguments, word);
            case "word" -> run(PlaceholderType.Alphabet.WORD, arguments, word);
            case "digits" -> run(PlaceholderType.Alphabet.DIGITS, arguments, word);
            case "one-of" -> {
                if (arguments.isEmpty()
                        || arguments.stream().anyMatch(TemplateParser::isNoOption)) {
                    throw new TemplateException(Complaint.UNKNOWN_TYPE, word);
                }
                yield new PlaceholderType.OneOf(arguments);
            }
            default -> {
                if (open >= 0) {
                    throw new TemplateException(Complaint.UNKNOWN_TYPE, word);
                }
                yield plain(word);
            }
        };
    }

    private static boolean isNoOption(String option) {
        return option.isEmpty() || option.indexOf('/') >= 0;
    }

    private static PlaceholderType plain(String word) throws TemplateException {
        return switch (word) {
            case "prefix" -> new PlaceholderType.AnyPrefix();
            case "rest" -> new PlaceholderType.Rest();
            case "text" -> new PlaceholderType.Text();
            case "time" -> new PlaceholderType.AnyTime();
            default ->
                    PlaceholderType.FIXED.stream()
                            .filter(fixed -> fixed.word().equals(word))
                            .findFirst()
                            .orElseThrow(() -> new TemplateException(Complaint.UNKNOWN_TYPE, word));
        };
    }

    private static PlaceholderType run(
            PlaceholderType.Alphabet alphabet, List<String> bounds, String word)
            throws TemplateException {
        try {
            int[] numbers = bounds.stream().mapToInt(Integer::parseInt).toArray();
            int least = numbers.length == 0 ? 1 : numbers[0];
            int most = numbers.length == 0 ? LONGEST_RUN : numbers[numbers.length - 1];
            if (numbers.length <= 2 && least >= 1 && most >= least && most <= LONGEST_RUN) {
                return new PlaceholderType.Run(alphabet, least, most);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new TemplateException(Complaint.UNKNOWN_TYPE, word);
    }

    private void endSegment() throws TemplateException {
        int text = -1;
        for (int i = 0; i < segment.size(); i++) {
            if (SegmentTemplate.isText(segment.get(i))) {
                if (text >= 0) {
                    throw new TemplateException(Complaint.TWO_TEXTS, name(segment.get(i)));
                }
                text = i;
            }
        }
        for (int i = 0; i < segment.size(); i++) {
            checkEnd(i, text);
        }
        segments.add(new SegmentTemplate(segment));
        segment = new ArrayList<>();
    }

    /** A part of no fixed length must be followed by something that it cannot swallow. */
    private void checkEnd(int i, int text) throws TemplateException {
        if (!(segment.get(i) instanceof Element.Slot(Placeholder placeholder, _))) {
            return;
        }
        PlaceholderType.@Nullable Alphabet open =
                switch (placeholder.type()) {
                    case PlaceholderType.AnyTime() -> PlaceholderType.Alphabet.DIGITS;
                    case PlaceholderType.Run(var alphabet, int least, int most) ->
                            least == most ? null : alphabet;
                    default -> null;
                };
        if (open == null) {
            return;
        }
        boolean swallows =
                i + 1 < segment.size()
                        && !(segment.get(i + 1) instanceof Element.Literal(String next)
                                && !open.has(next.charAt(0)));
        if (swallows || text >= 0 && i > text) {
            throw new TemplateException(Complaint.NO_END_KNOWN, placeholder.name());
        }
    }

    private static String name(Element element) {
        return element instanceof Element.Slot(Placeholder placeholder, _)
                ? placeholder.name()
                : Arrays.toString(new Object[] {element});
    }
}
