package org.outturn.pipeline.template;

/** A text that is no template. */
public final class TemplateException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Complaint complaint;
    private final String word;

    /** What can be wrong; texts are looked up by message key. */
    public enum Complaint {
        EMPTY,
        TOO_LONG,
        UNCLOSED,
        UNKNOWN_TYPE,
        BAD_NAME,
        NAME_TWICE,
        PREFIX_NOT_FIRST,
        REST_NOT_LAST,
        TWO_TEXTS,
        NO_END_KNOWN
    }

    TemplateException(Complaint complaint, String word) {
        super(complaint + ": " + word);
        this.complaint = complaint;
        this.word = word;
    }

    public Complaint complaint() {
        return complaint;
    }

    /** The part of the template that it is about. */
    public String word() {
        return word;
    }
}
