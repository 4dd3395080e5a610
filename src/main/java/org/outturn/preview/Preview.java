package org.outturn.preview;

import java.nio.charset.Charset;

/** What can be shown of an object. */
public sealed interface Preview {

    /**
     * A picture that JavaFX decodes.
     *
     * @param data the whole file; not to be changed
     * @param kind one that {@link FileKind#isShownAsImage()}
     * @param width in pixels, by its header
     * @param height in pixels, by its header
     */
    record Image(byte[] data, FileKind kind, int width, int height) implements Preview {}

    /**
     * @param truncated whether this is only the beginning
     * @param charset what it was read as
     */
    record Text(String text, boolean truncated, Charset charset) implements Preview {}

    /**
     * @param source as it is, not yet laid out
     * @param truncated whether this is only the beginning
     */
    record Markdown(String source, boolean truncated) implements Preview {}

    /**
     * @param pretty laid out; as it is in the object when it is not valid
     * @param truncated whether this is only the beginning
     * @param valid whether it is JSON as far as it was read
     */
    record Json(String pretty, boolean truncated, boolean valid) implements Preview {}

    /** There is nothing in it. */
    record Empty() implements Preview {}

    /**
     * Nothing can be shown.
     *
     * @param kind what it is, as far as that is known
     * @param size of the object, in bytes
     */
    record Unavailable(Reason reason, FileKind kind, long size) implements Preview {}

    /** Why nothing can be shown. Its text lies under {@code preview.reason.<messageKey>}. */
    enum Reason {
        /** This kind of file is not shown here: download it to open it. */
        NOT_SHOWN("notShown"),
        /** The picture has too many bytes. */
        TOO_LARGE("tooLarge"),
        /** The picture would take too much memory once decoded. */
        TOO_MANY_PIXELS("tooManyPixels"),
        /** It is not what its name or its beginning promises. */
        DAMAGED("damaged"),
        /** It lies in an archive class and must be restored before it can be read. */
        ARCHIVED("archived");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** For instance {@code preview.reason.tooLarge}. */
        public String messageKey() {
            return "preview.reason." + key;
        }
    }
}
