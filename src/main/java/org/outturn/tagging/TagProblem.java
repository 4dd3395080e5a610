package org.outturn.tagging;

/** What can be wrong with tags. */
public enum TagProblem {
    /** More than {@link TagRules#MOST} tags; the subject is how many there would be. */
    TOO_MANY("tags.complaint.many"),
    /** A key has no character. */
    KEY_EMPTY("tags.complaint.key.empty"),
    /** A key is over {@link TagRules#LONGEST_KEY}; the subject is its length. */
    KEY_LONG("tags.complaint.key.long"),
    /** A key holds characters that are not allowed; the subject shows them. */
    KEY_CHARACTER("tags.complaint.character"),
    /** A key begins with {@code aws:}. */
    KEY_RESERVED("tags.complaint.key.reserved"),
    /** There is the same key before; the subject is that key. */
    KEY_TWICE("tags.complaint.key.twice"),
    /** A value is over {@link TagRules#LONGEST_VALUE}; the subject is its length. */
    VALUE_LONG("tags.complaint.value.long"),
    /** A value holds characters that are not allowed; the subject shows them. */
    VALUE_CHARACTER("tags.complaint.character"),
    /** A value asks for the day of an output, which is not known. */
    NO_DAY("tags.complaint.noDay"),
    /** A key is both set and removed; the subject is that key. */
    SET_AND_REMOVED("tags.complaint.both");

    private final String messageKey;

    TagProblem(String messageKey) {
        this.messageKey = messageKey;
    }

    /** The message; takes the subject of the complaint. */
    public String messageKey() {
        return messageKey;
    }
}
