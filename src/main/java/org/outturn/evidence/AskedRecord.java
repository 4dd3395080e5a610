package org.outturn.evidence;

import java.util.Optional;
import org.outturn.catalog.OutputRow;
import org.outturn.pipeline.status.Testimony;
import org.outturn.pipeline.status.Witness;
import org.outturn.records.JobRecordSource;
import org.outturn.storage.Cancellation;

/**
 * The record of a job as somebody outside the bucket has it.
 *
 * @param source stays the caller's; closing it ends what is being asked
 */
record AskedRecord(Witness witness, JobRecordSource source) implements JobWitness {

    @Override
    public Optional<Testimony> ask(OutputRow job) {
        return source.find(job.job(), Cancellation.never()).flatMap(RecordTestimony::of);
    }
}
