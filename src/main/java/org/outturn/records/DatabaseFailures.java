package org.outturn.records;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.Technical;
import org.outturn.records.DatabaseAddress.Line;

/**
 * What a database's refusals mean, by SQLSTATE (PostgreSQL documentation, appendix A). The texts of
 * the driver are not passed on: they may quote what was sent.
 */
final class DatabaseFailures {
    private DatabaseFailures() {}

    /**
     * @throws CancellationException if that is what was thrown
     */
    static Failure of(Throwable thrown, DatabaseLogin login, Attempt attempt) {
        return switch (thrown) {
            case CancellationException cancelled -> throw cancelled;
            case InterruptedException _ -> throw new CancellationException("interrupted");
            case NoRecords none -> ofNone(none, attempt);
            case SQLException e -> ofState(e, login, attempt);
            default ->
                    new Failure.Unexpected(
                            attempt, Technical.of(thrown.getClass().getSimpleName()));
        };
    }

    private static Failure ofNone(NoRecords none, Attempt attempt) {
        Technical technical = Technical.of(none.what());
        return switch (none.why()) {
            case MISSING -> new Failure.RecordsMissing(none.what(), attempt, technical);
            case DENIED -> new Failure.RecordsDenied(none.what(), attempt, technical);
            case OTHER -> new Failure.RecordsUnreadable(attempt, technical);
        };
    }

    private static Failure ofState(SQLException e, DatabaseLogin login, Attempt attempt) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        Technical technical = new Technical(0, state, "", "");
        return switch (state) {
            // wrong password, no such user, nobody of this name may come from here
            case "28P01", "28000" -> new Failure.RecordsSignIn(attempt, technical);
            case "3D000" -> new Failure.RecordsMissing("the database", attempt, technical);
            case "42501" -> new Failure.RecordsDenied("table jobs", attempt, technical);
            // the table has changed since it was looked at
            case "42P01", "42703" -> new Failure.RecordsMissing("table jobs", attempt, technical);
            // took too long, too many connections, starting up or stopping
            case "57014", "53300", "57P01", "57P02", "57P03" ->
                    new Failure.Throttled(attempt, technical);
            default ->
                    state.startsWith("08")
                            ? ofConnection(e, login, attempt, technical)
                            : new Failure.Unexpected(attempt, technical);
        };
    }

    private static Failure ofConnection(
            SQLException e, DatabaseLogin login, Attempt attempt, Technical technical) {
        for (@Nullable Throwable t = e.getCause(); t != null; t = t.getCause()) {
            if (t instanceof SSLException || t instanceof GeneralSecurityException) {
                return new Failure.Untrusted(attempt, technical);
            }
            if (t instanceof IOException) {
                return new Failure.Unreachable(attempt, technical);
            }
        }
        Line line = login.address().line();
        if (e.getSQLState().equals("08004")) {
            // the server speaks no TLS, or asks for a password where there is none
            return line == Line.OPEN || login.password().value().isEmpty()
                    ? new Failure.RecordsSignIn(attempt, technical)
                    : new Failure.RecordsUnsafe(attempt, technical);
        }
        return line == Line.CHECKED
                // the certificate is good, but another server's
                ? new Failure.Untrusted(attempt, technical)
                : new Failure.Unreachable(attempt, technical);
    }
}
