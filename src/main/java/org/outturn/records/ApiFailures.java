package org.outturn.records;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLException;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.Technical;

/**
 * What a scraper's refusals mean. Nothing that the other side wrote is passed on: it may say the
 * token again.
 */
final class ApiFailures {
    private ApiFailures() {}

    /** By the status of an answer (RFC 9110, section 15) that holds no record. */
    static Failure ofStatus(int status, Attempt attempt) {
        Technical technical = new Technical(status, "", "", "");
        return switch (status) {
            case 401 -> new Failure.RecordsSignIn(attempt, technical);
            case 403 -> new Failure.RecordsDenied("/api/scraper/jobs", attempt, technical);
            case 301, 302, 303, 307, 308 ->
                    new Failure.RecordsMissing(
                            "/api/scraper/jobs",
                            attempt,
                            new Technical(
                                    status,
                                    "",
                                    "",
                                    "it points to another address, which is not asked"));
            case 429 -> new Failure.Throttled(attempt, technical);
            default ->
                    status >= 500 && status < 600
                            ? new Failure.Throttled(attempt, technical)
                            : new Failure.RecordsUnreadable(attempt, technical);
        };
    }

    /** An answer that is not one of the scraper's. */
    static Failure noAnswer(int status, Attempt attempt) {
        Technical technical = new Technical(status, "", "", "no JSON object");
        return status == 404
                ? new Failure.RecordsMissing("/api/scraper/jobs", attempt, technical)
                : new Failure.RecordsUnreadable(attempt, technical);
    }

    /** No answer. */
    static Failure ofTransport(Throwable thrown, Attempt attempt) {
        if (thrown instanceof CancellationException cancelled) {
            throw cancelled;
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SSLException) {
                return new Failure.Untrusted(attempt, Technical.of(t.getClass().getSimpleName()));
            }
        }
        Technical technical = Technical.of(thrown.getClass().getSimpleName());
        return thrown instanceof IOException
                        || thrown instanceof java.util.concurrent.TimeoutException
                ? new Failure.Unreachable(attempt, technical)
                : new Failure.Unexpected(attempt, technical);
    }
}
