package org.outturn.failure;

/** Carries a {@link Failure} up to whoever can show it. Its message holds no secret. */
public final class FailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public FailureException(Failure failure) {
        this(failure, null);
    }

    /**
     * @param cause what the technology threw; kept for the log only; {@code null} when its text
     *     could hold a secret
     */
    public FailureException(Failure failure, @org.jspecify.annotations.Nullable Throwable cause) {
        super(text(failure), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }

    private static String text(Failure failure) {
        Technical t = failure.technical();
        return "%s: %s on %s (%d %s %s)"
                .formatted(
                        failure.messageKey(),
                        failure.attempt().action(),
                        failure.attempt().object(),
                        t.status(),
                        t.code(),
                        t.detail())
                .strip();
    }
}
