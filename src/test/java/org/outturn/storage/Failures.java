package org.outturn.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;

/** Expects failures of a kind. */
public final class Failures {
    private Failures() {}

    /** Runs something that must fail with this kind of failure, and gives it. */
    public static <T extends Failure> T expect(Class<T> kind, ThrowingCallable work) {
        FailureException thrown = catchThrowableOfType(FailureException.class, work);
        assertThat(thrown).as("a FailureException").isNotNull();
        assertThat(thrown.failure()).isInstanceOf(kind);
        return kind.cast(thrown.failure());
    }
}
