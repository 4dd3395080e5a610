package org.outturn.tagging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.outturn.storage.ObjectTags;

/**
 * What S3 allows tags of objects to be (S3 user guide, "Categorizing your storage using tags"; S3
 * API reference, PutObjectTagging), so that an operator hears of it before the server does. Other
 * servers may allow more, and some less (Ceph counts lengths in bytes of UTF-8): that they say
 * themselves.
 *
 * <p>Lengths count positions of UTF-16, which S3 keeps tags in: a character beyond the basic plane
 * takes two. That is what {@link String#length()} counts.
 */
public final class TagRules {
    /** How many tags an object can have. */
    public static final int MOST = 10;

    /** The longest key, in positions of UTF-16. */
    public static final int LONGEST_KEY = 128;

    /** The longest value, in positions of UTF-16. */
    public static final int LONGEST_VALUE = 256;

    /** Allowed beside letters, numbers and spaces. */
    private static final String SIGNS = "+-=._:/@";

    /** Keys that begin so belong to AWS, in whatever case. */
    private static final String RESERVED = "aws:";

    private TagRules() {}

    /**
     * Everything that is wrong with tags that are to be together on one object.
     *
     * @return in the order of the tags, those about all of them last; empty when they will do
     */
    public static List<TagComplaint> check(List<Tag> tags) {
        List<TagComplaint> complaints = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            key(tag.key(), i, complaints);
            // of those without a key nobody needs to hear that they are alike
            if (!keys.add(tag.key()) && !tag.key().isEmpty()) {
                complaints.add(ofKey(TagProblem.KEY_TWICE, i, tag.key()));
            }
            value(tag.value(), i, complaints);
        }
        if (tags.size() > MOST) {
            complaints.add(TagComplaint.tooMany(tags.size()));
        }
        return complaints;
    }

    /** Everything that is wrong with the tags of one object; see {@link #check(List)}. */
    public static List<TagComplaint> check(ObjectTags tags) {
        return check(Tag.of(tags));
    }

    /** What is wrong with a key by itself, as if it were the first of its tags. */
    public static List<TagComplaint> checkKey(String key) {
        List<TagComplaint> complaints = new ArrayList<>();
        key(key, 0, complaints);
        return complaints;
    }

    private static void key(String key, int index, List<TagComplaint> complaints) {
        if (key.isEmpty()) {
            complaints.add(ofKey(TagProblem.KEY_EMPTY, index, ""));
        }
        if (key.length() > LONGEST_KEY) {
            complaints.add(ofKey(TagProblem.KEY_LONG, index, String.valueOf(key.length())));
        }
        if (key.toLowerCase(Locale.ROOT).startsWith(RESERVED)) {
            complaints.add(ofKey(TagProblem.KEY_RESERVED, index, key));
        }
        String bad = notAllowed(key);
        if (!bad.isEmpty()) {
            complaints.add(ofKey(TagProblem.KEY_CHARACTER, index, bad));
        }
    }

    private static void value(String value, int index, List<TagComplaint> complaints) {
        if (value.length() > LONGEST_VALUE) {
            complaints.add(ofValue(TagProblem.VALUE_LONG, index, String.valueOf(value.length())));
        }
        String bad = notAllowed(value);
        if (!bad.isEmpty()) {
            complaints.add(ofValue(TagProblem.VALUE_CHARACTER, index, bad));
        }
    }

    private static TagComplaint ofKey(TagProblem problem, int index, String subject) {
        return new TagComplaint(problem, TagComplaint.Part.KEY, index, subject);
    }

    private static TagComplaint ofValue(TagProblem problem, int index, String subject) {
        return new TagComplaint(problem, TagComplaint.Part.VALUE, index, subject);
    }

    /** The characters that cannot be there, each once; empty when there are none. */
    private static String notAllowed(String text) {
        return text.codePoints()
                .filter(c -> !isAllowed(c))
                .distinct()
                .mapToObj(TagRules::shown)
                .collect(Collectors.joining(" "));
    }

    /**
     * The classes L, N and Z of Unicode and some signs: the pattern that AWS gives for tags ({@code
     * [\p{L}\p{Z}\p{N}_.:/=+\-@]*}).
     */
    private static boolean isAllowed(int c) {
        if (Character.isLetter(c) || SIGNS.indexOf(c) >= 0) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    /** What cannot be seen by itself is shown by its number. */
    private static String shown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    "U+%04X".formatted(c);
            default -> Character.toString(c);
        };
    }
}
