package org.outturn.preview;

/** What a file is, by its content and its name. */
public enum Kind {
    PNG(true),
    JPEG(true),
    GIF(true),
    BMP(true),
    OTHER_IMAGE(false),
    PDF(false),
    ZIP(false),
    GZIP(false),
    AUDIO(false),
    MIDI(false),
    VIDEO(false),
    MARKDOWN(false),
    JSON(false),
    TEXT(false),
    BINARY(false);

    private final boolean picture;

    Kind(boolean picture) {
        this.picture = picture;
    }

    /** Whether it is an image that JavaFX can draw. */
    boolean isPicture() {
        return picture;
    }

    boolean isText() {
        return this == MARKDOWN || this == JSON || this == TEXT;
    }
}
