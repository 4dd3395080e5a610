package org.outturn.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.outturn.catalog.ListingRow;
import org.outturn.catalog.OutputFile;
import org.outturn.catalog.OutputRow;
import org.outturn.pipeline.status.Testimony;
import org.outturn.pipeline.status.Witness;
import org.outturn.records.UploadRecord;
import org.outturn.records.UploadRecordReader;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectStore;

/**
 * The record of the upload that lies among a job's files: the role {@code record} of its layout.
 *
 * @param files of an output, by the last listing
 */
record StoredRecord(ObjectStore store, Function<OutputRow, List<OutputFile>> files)
        implements JobWitness {

    @Override
    public Witness witness() {
        return Witness.RECORD;
    }

    @Override
    public Optional<Testimony> ask(OutputRow job) {
        int role = job.form().role("record");
        if (role < 0) {
            return Optional.empty();
        }
        String name = job.form().roles().get(role).name();
        return files.apply(job).stream()
                .filter(file -> file.role().equals(name))
                .findFirst()
                .flatMap(file -> read(file.row()));
    }

    private Optional<Testimony> read(ListingRow file) {
        UploadRecord record =
                file.size() > UploadRecordReader.MOST_BYTES
                        ? new UploadRecord.Unreadable(UploadRecord.Reason.TOO_LARGE, "")
                        : new UploadRecordReader()
                                .read(
                                        store.read(
                                                file.address(),
                                                0,
                                                UploadRecordReader.MOST_BYTES,
                                                Cancellation.never()));
        return RecordTestimony.of(witness(), record, Instant.ofEpochMilli(file.modifiedMillis()));
    }
}
