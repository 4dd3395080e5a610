package org.outturn.journal;

import java.time.Instant;

/**
 * The upload of a job, remembered longer than its transfers are.
 *
 * @param batch the batch that it is done with
 * @param connection the name of the connection that it is for
 * @param jobId the job's own id
 * @param changed when this was written, by this computer's clock, to the millisecond
 * @param work what is uploaded where, in the writer's own words
 * @param record what has come of it, in the writer's own words; empty until it has ended
 */
public record JournalJob(
        long batch, String connection, String jobId, Instant changed, String work, String record) {}
