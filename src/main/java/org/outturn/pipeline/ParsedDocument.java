package org.outturn.pipeline;

import java.util.Optional;

/**
 * The name that MonkeyOCR gives a parsed document: {@code {epoch_s}_{document}}. The ZIP's name has
 * underscores where the folder's has spaces, so underscores are what both are told by; and the two
 * can differ by some seconds.
 *
 * @param epochSecond when it was stored, Unix time
 * @param document the document's name without its extension, spaces as underscores; not empty
 */
public record ParsedDocument(long epochSecond, String document) {
    private static final String ZIP = ".zip";

    /** Ten digits last from 2001 to 2286. */
    private static final int EPOCH_DIGITS = 10;

    /**
     * Reads the name of a folder, or of a ZIP without its ending; empty if it is not of this form.
     */
    public static Optional<ParsedDocument> of(String name) {
        if (name.length() <= EPOCH_DIGITS + 1
                || KeyForms.digitsAt(name, 0) != EPOCH_DIGITS
                || name.charAt(EPOCH_DIGITS) != '_') {
            return Optional.empty();
        }
        long epoch = Long.parseLong(name, 0, EPOCH_DIGITS, 10);
        String document = name.substring(EPOCH_DIGITS + 1).replace(' ', '_');
        return Optional.of(new ParsedDocument(epoch, document));
    }

    /** Reads the name of a ZIP; empty if it is not of this form. */
    public static Optional<ParsedDocument> ofZip(String name) {
        return isZip(name) ? of(name.substring(0, name.length() - ZIP.length())) : Optional.empty();
    }

    /** The name that is the same for the ZIP and the folder if they have the same second. */
    String output() {
        return "%010d_%s".formatted(epochSecond, document);
    }

    static boolean isZip(String name) {
        return name.endsWith(ZIP);
    }
}
