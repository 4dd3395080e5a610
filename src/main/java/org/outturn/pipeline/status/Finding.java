package org.outturn.pipeline.status;

import java.time.Instant;
import java.util.List;

/** Why a witness says what it says. */
public sealed interface Finding {

    /** Everything is there. */
    record AllThere(int files, long bytes) implements Finding {}

    /**
     * Files are missing or empty.
     *
     * @param present how many files with content are there
     * @param expected how many there should be
     * @param missing which are missing, the first of them; fewer than are counted when there are
     *     many
     * @param empty how many have no content
     */
    record Missing(int present, int expected, List<MissingFile> missing, int empty)
            implements Finding {
        public Missing {
            missing = List.copyOf(missing);
        }
    }

    /** Files are there, and none has any content. */
    record AllEmpty(int files) implements Finding {}

    /** There is not one file. */
    record NothingThere() implements Finding {}

    /** Files are being uploaded in parts. */
    record BeingUploaded(int files, Instant since) implements Finding {}

    /** Uploads in parts were begun long ago and never finished. */
    record BrokenOff(int files, Instant since) implements Finding {}

    /** The input is there; the result may still come. */
    record NotYet(Instant since) implements Finding {}

    /** The input has been there for longer than the pipeline takes. */
    record NothingCame(Instant since) implements Finding {}

    /**
     * A record says so.
     *
     * @param word its status as it has it, for instance {@code partial}
     * @param reasons its errors; may be empty
     * @param files how many files it counts; -1 if it does not say
     * @param bytes how many bytes it counts; -1 if it does not say
     */
    record Recorded(String word, List<String> reasons, int files, long bytes) implements Finding {
        public Recorded {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A record says that an upload was asked for, or that none is to be made, and not what came of
     * it.
     */
    record Configured(boolean upload) implements Finding {}

    /**
     * A record is there and cannot be read.
     *
     * @param messageKey of why, for instance {@code records.unreadable.NOT_JSON}
     * @param field where it cannot be read; empty for the whole
     */
    record Illegible(String messageKey, String field) implements Finding {}

    /** Less is in the bucket than a record counts. */
    record LessThanRecorded(int files, int recordedFiles, long bytes, long recordedBytes)
            implements Finding {}

    /** Transfers of this program are under way. */
    record Running(int left) implements Finding {}
}
