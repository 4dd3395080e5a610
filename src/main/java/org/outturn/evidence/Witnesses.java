package org.outturn.evidence;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.outturn.catalog.OutputFile;
import org.outturn.catalog.OutputRow;
import org.outturn.pipeline.status.Witness;
import org.outturn.records.JobRecordSource;
import org.outturn.storage.ObjectStore;

/**
 * Who is asked about outputs beside the listing of their bucket.
 *
 * @param own what this program itself has uploaded
 * @param api the scraper; empty where nobody said where it is
 * @param database the scraper's database; empty where nobody said where it is
 */
public record Witnesses(
        JobRecordSource own, Optional<JobRecordSource> api, Optional<JobRecordSource> database) {

    /** The bucket itself and this program's own uploads. */
    public static Witnesses of(JobRecordSource own) {
        return new Witnesses(own, Optional.empty(), Optional.empty());
    }

    /**
     * Asks them about the outputs of one bucket. A record that lies in the bucket counts before one
     * that this program kept: others see it too.
     *
     * @param files of an output by the last listing; asked on any thread
     * @param changed called on any thread when something was found out; returns at once
     */
    public EvidenceService about(
            ObjectStore store,
            String bucket,
            Function<OutputRow, List<OutputFile>> files,
            InstantSource clock,
            Runnable changed) {
        List<JobWitness> asked = new ArrayList<>();
        asked.add(new StoredRecord(store, files));
        asked.add(new AskedRecord(Witness.RECORD, own));
        api.ifPresent(source -> asked.add(new AskedRecord(Witness.SCRAPER_API, source)));
        database.ifPresent(source -> asked.add(new AskedRecord(Witness.SCRAPER_DATABASE, source)));
        List<EvidenceSource> sources = new ArrayList<>();
        sources.add(new BucketEvidence(store, bucket, files));
        asked.forEach(witness -> sources.add(new PausedWitness(witness, clock)));
        return new EvidenceService(sources, clock, changed);
    }
}
