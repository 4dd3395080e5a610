package org.outturn.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.Technical;

class ErrorCodesTest {

    @Test
    void anArchivedObjectIsNamedAsSuch() {
        var attempt = new Attempt("GetObject", "s3://outputs/old.pdf");
        var technical = new Technical(403, "InvalidObjectState", "", "");

        Failure failure = new ErrorCodes().failure(technical.code(), attempt, technical);

        assertThat(failure).isEqualTo(new Failure.Archived(attempt, technical));
        assertThat(failure.retryable()).as("only a restore mends it").isFalse();
    }

    @Test
    void aRestoreThatRunsIsNoConflict() {
        var attempt = new Attempt("RestoreObject", "s3://outputs/old.pdf");
        var technical = new Technical(409, "RestoreAlreadyInProgress", "", "");

        assertThat(new ErrorCodes().failure(technical.code(), attempt, technical))
                .isEqualTo(new Failure.BeingRestored(attempt, technical));
    }
}
