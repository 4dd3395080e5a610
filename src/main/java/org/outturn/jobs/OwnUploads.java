package org.outturn.jobs;

import java.util.Locale;
import java.util.Optional;
import org.outturn.journal.Journal;
import org.outturn.records.JobRecord;
import org.outturn.records.JobRecordSource;
import org.outturn.records.UploadRecordReader;
import org.outturn.storage.Cancellation;

/**
 * What this program itself has uploaded: the newest record of a job in the journal, whatever the
 * connection was.
 *
 * @param journal stays the caller's
 */
public record OwnUploads(Journal journal) implements JobRecordSource {

    /**
     * @throws org.outturn.journal.JournalException if the journal cannot be read
     */
    @Override
    public Optional<JobRecord> find(String jobId, Cancellation cancellation) {
        cancellation.check();
        String id = jobId.toLowerCase(Locale.ROOT);
        var reader = new UploadRecordReader();
        return journal.jobs(id).stream()
                .filter(job -> !job.record().isEmpty())
                .findFirst()
                .map(job ->
                        new JobRecord(
                                id,
                                Optional.empty(),
                                job.changed(),
                                JobRecord.Witness.OWN_UPLOAD,
                                reader.read(job.record())));
    }

    /** The journal is always there. */
    @Override
    public void check(Cancellation cancellation) {
        cancellation.check();
    }

    @Override
    public void close() {
        // the journal is its owner's to close
    }
}
