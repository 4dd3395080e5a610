package org.outturn.records;

import java.util.Arrays;
import java.util.Locale;

/**
 * How an upload ended, in the scraper's own word.
 *
 * @param word as it was written, not blank, at most {@value #MOST_CHARS} characters
 */
public record UploadStatus(String word) {
    /** The longest word. */
    public static final int MOST_CHARS = 64;

    public static final UploadStatus SUCCESS = new UploadStatus("success");
    public static final UploadStatus PARTIAL = new UploadStatus("partial");
    public static final UploadStatus FAILED = new UploadStatus("failed");

    /**
     * The words that the scraper's guide knows ({@code success}, {@code partial}, {@code failed})
     * and those that its scripts use besides.
     */
    public enum Kind {
        SUCCESS,
        PARTIAL,
        FAILED,
        PENDING,
        UPLOADING,
        SKIPPED,
        /** A word that nobody has written down; it is shown as it is. */
        OTHER;

        /** For instance {@code records.status.SUCCESS}. */
        public String messageKey() {
            return "records.status." + name();
        }
    }

    /**
     * @throws IllegalArgumentException if the word is blank or too long
     */
    public UploadStatus {
        if (word.isBlank() || word.length() > MOST_CHARS) {
            throw new IllegalArgumentException("a status is 1 to 64 characters");
        }
    }

    /** What the word means; upper and lower case are the same. */
    public Kind kind() {
        String name = word.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(Kind.OTHER);
    }
}
