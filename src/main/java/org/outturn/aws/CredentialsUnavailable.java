package org.outturn.aws;

/** There are no keys to sign with: the profile has none, or its sign-in has run out. */
final class CredentialsUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean expired;

    /**
     * @param expired whether signing in again is all that is needed
     */
    CredentialsUnavailable(boolean expired, Throwable cause) {
        super(Redaction.text(cause.getMessage()), cause);
        this.expired = expired;
    }

    boolean expired() {
        return expired;
    }
}
