package org.outturn.journal;

/** The journal could not be written or read. Its text names no content. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
