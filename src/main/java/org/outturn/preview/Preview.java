package org.outturn.preview;

/** What can be shown of an object without opening it elsewhere. */
public sealed interface Preview {

    /**
     * A picture, whole.
     *
     * @param data the file's bytes; not changed by anybody
     * @param width in pixels, as the header says
     * @param height in pixels, as the header says
     */
    record Picture(byte[] data, int width, int height) implements Preview {}

    /**
     * Plain text.
     *
     * @param truncated whether the object goes on after this
     */
    record Text(String text, boolean truncated) implements Preview {}

    /**
     * Markdown.
     *
     * @param truncated whether the object goes on after this
     */
    record Markdown(String source, boolean truncated) implements Preview {}

    /**
     * JSON, indented where it could be read; what cannot be read follows as it is.
     *
     * @param truncated whether the object goes on after this
     * @param valid whether it could be read to the end of what there is
     */
    record Json(String text, boolean truncated, boolean valid) implements Preview {}

    /** The object has no bytes. */
    record Empty() implements Preview {}

    /**
     * It can be named, but not shown here.
     *
     * @param size in bytes
     */
    record NotShown(Kind kind, Reason reason, long size) implements Preview {}

    /** Why a known kind is not shown. */
    enum Reason {
        /** This program does not draw it. */
        NO_VIEWER,
        /** It is larger than a preview may load. */
        TOO_LARGE,
        /** Its header or its bytes make no sense. */
        DAMAGED
    }
}
