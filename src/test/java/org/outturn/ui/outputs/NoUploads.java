package org.outturn.ui.outputs;

import java.util.Optional;
import org.outturn.records.JobRecord;
import org.outturn.records.JobRecordSource;
import org.outturn.storage.Cancellation;

/** This program has uploaded nothing. */
final class NoUploads implements JobRecordSource {
    @Override
    public Optional<JobRecord> find(String jobId, Cancellation cancellation) {
        return Optional.empty();
    }

    @Override
    public void check(Cancellation cancellation) {}

    @Override
    public void close() {}
}
