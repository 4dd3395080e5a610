package org.outturn.tagging;

/**
 * Something that is wrong with tags, and where.
 *
 * @param problem what it is
 * @param part which part of the tag it is about
 * @param index the place of the tag in the list that was checked, from 0; -1 when it is about all
 * @param subject what the words about it name, see {@link TagProblem}; may be empty
 */
public record TagComplaint(TagProblem problem, Part part, int index, String subject) {

    /** Parts of tags. */
    public enum Part {
        KEY,
        VALUE,
        /** All tags together. */
        ALL
    }

    static TagComplaint tooMany(int count) {
        return new TagComplaint(TagProblem.TOO_MANY, Part.ALL, -1, String.valueOf(count));
    }
}
