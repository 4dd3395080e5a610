package org.outturn.transfer;

import java.io.IOException;
import java.nio.file.Path;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;

/** What goes wrong on this computer's own disk. */
final class LocalFailures {
    private static final String READ = "ReadLocalFile";
    private static final String WRITE = "WriteLocalFile";

    private LocalFailures() {}

    static FailureException read(Path file, String why) {
        return new FailureException(failure(READ, file, why));
    }

    static FailureException read(Path file, IOException e) {
        return new FailureException(failure(READ, file, e.getClass().getSimpleName()), e);
    }

    static FailureException write(Path file, String why) {
        return new FailureException(failure(WRITE, file, why));
    }

    static FailureException write(Path file, IOException e) {
        return new FailureException(failure(WRITE, file, e.getClass().getSimpleName()), e);
    }

    /** A file that a plan refused because it cannot be read. */
    static Failure unreadable(Path file, String why) {
        return failure(READ, file, why);
    }

    private static Failure failure(String action, Path file, String why) {
        return new Failure.LocalFile(
                file.toString(), new Attempt(action, file.toString()), Technical.of(why));
    }
}
