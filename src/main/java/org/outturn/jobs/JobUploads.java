package org.outturn.jobs;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.journal.Journal;
import org.outturn.journal.JournalException;
import org.outturn.journal.JournalJob;
import org.outturn.records.UploadRecord.Result;
import org.outturn.records.UploadRecordWriter;
import org.outturn.storage.ObjectStore;
import org.outturn.transfer.BatchId;
import org.outturn.transfer.BatchReport;
import org.outturn.transfer.TransferSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the records of jobs that this program uploads, in the journal and, where that was asked
 * for, beside the files. Every method may wait for a disk or a server.
 */
public final class JobUploads {
    private static final Logger LOG = LoggerFactory.getLogger(JobUploads.class);

    private final Journal journal;
    private final InstantSource clock;
    private final JobOutcome outcome;
    private final UploadRecordWriter writer = new UploadRecordWriter();
    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * @param journal stays the caller's
     */
    public JobUploads(Journal journal, InstantSource clock, JobOutcome outcome) {
        this.journal = journal;
        this.clock = clock;
        this.outcome = outcome;
    }

    /**
     * Remembers that a batch is the upload of a job. A program that is killed between the
     * submission and this makes no record of it.
     *
     * @throws org.outturn.journal.JournalException if that cannot be written
     */
    public void begun(BatchId batch, String connection, JobUpload upload) {
        journal.keep(
                new JournalJob(
                        batch.value(),
                        connection,
                        upload.jobId(),
                        clock.instant(),
                        json.writeValueAsString(upload),
                        ""));
    }

    /**
     * Makes the record of a batch that has ended, and keeps it in place of an earlier one: a retry
     * ends the batch once more.
     *
     * @param transfers those of the batch that are still in the list
     * @param connection what the journal knows the store's connection by
     * @param store where the batch went
     * @return empty if the batch is not the upload of a job on this connection, or nobody can tell
     */
    public Optional<EndedJob> ended(
            BatchReport report,
            List<TransferSnapshot> transfers,
            String connection,
            ObjectStore store) {
        try {
            return journal.job(report.batch().value())
                    // the connection may have been left before this was heard of
                    .filter(job -> job.connection().equals(connection))
                    .flatMap(job -> read(job).map(u -> ended(job, u, report, transfers, store)));
        } catch (JournalException e) {
            // the upload is as it is; only what came of it is not written down
            LOG.error("The record of an upload could not be kept", e);
            return Optional.empty();
        }
    }

    private EndedJob ended(
            JournalJob job,
            JobUpload upload,
            BatchReport report,
            List<TransferSnapshot> transfers,
            ObjectStore store) {
        Instant now = clock.instant();
        Result result = outcome.record(upload, report, transfers, now);
        String text = writer.write(result);
        journal.keep(
                new JournalJob(job.batch(), job.connection(), job.jobId(), now, job.work(), text));
        return new EndedJob(
                upload,
                result,
                text,
                upload.recorded() ? store(upload, text, store) : Optional.empty());
    }

    private static Optional<Failure> store(JobUpload upload, String text, ObjectStore store) {
        try {
            store.put(
                    upload.recordAddress(),
                    text.getBytes(StandardCharsets.UTF_8),
                    "application/json",
                    Map.of());
            return Optional.empty();
        } catch (FailureException e) {
            return Optional.of(e.failure());
        }
    }

    private Optional<JobUpload> read(JournalJob job) {
        try {
            return Optional.of(json.readValue(job.work(), JobUpload.class));
        } catch (JacksonException e) {
            // written by another version: there is no record, but the upload is as it is
            return Optional.empty();
        }
    }
}
