package org.outturn.records;

import java.util.Optional;
import org.outturn.storage.Cancellation;

/**
 * Where job records can be read. Every call blocks: call it on a virtual thread, never on the
 * JavaFX thread. Safe for use by many threads.
 *
 * <p>Every call throws {@link org.outturn.failure.FailureException} when the source cannot be asked
 * and {@link java.util.concurrent.CancellationException} when it is cancelled. A record that is
 * there but makes no sense is no failure: it is {@link UploadRecord.Unreadable}.
 */
public interface JobRecordSource extends AutoCloseable {

    /**
     * The record of one job.
     *
     * @param jobId a UUID in the text form of RFC 9562; upper and lower case are the same
     * @return empty if the source knows no such job
     */
    Optional<JobRecord> find(String jobId, Cancellation cancellation);

    /** Returns if records can be read here; throws what is in the way otherwise. */
    void check(Cancellation cancellation);

    /** Frees connections and threads. Throws nothing. */
    @Override
    void close();
}
