package org.outturn.records;

import java.util.Locale;
import java.util.regex.Pattern;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;

/** Job ids, as they may stand in an address or a query. */
final class JobIds {
    /** An id that no job has (RFC 9562, section 5.9): asking for it shows whether asking works. */
    static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private JobIds() {}

    /**
     * In lower case.
     *
     * @throws FailureException if it is no UUID
     */
    static String checked(String jobId, Attempt attempt) {
        String id = jobId.toLowerCase(Locale.ROOT);
        if (!UUID.matcher(id).matches()) {
            throw new FailureException(
                    new Failure.Invalid(attempt, Technical.of("a job's id is a UUID")));
        }
        return id;
    }
}
