package org.outturn.failure;

/**
 * What the other side said, for those who can use it.
 *
 * @param status HTTP status, 0 when there was no answer
 * @param code the error code, for instance {@code NoSuchKey}; empty when there is none
 * @param requestId the server's id of the request; empty when there is none
 * @param detail the text that came with it, secrets removed; may be empty
 */
public record Technical(int status, String code, String requestId, String detail) {

    /** Nothing is known but a text. */
    public static Technical of(String detail) {
        return new Technical(0, "", "", detail);
    }
}
