package org.outturn.evidence;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.catalog.OutputCollector;
import org.outturn.catalog.OutputFile;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.OutputTable;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.jobs.OwnUploads;
import org.outturn.journal.MemoryJournal;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.records.JobRecord;
import org.outturn.records.JobRecordSource;
import org.outturn.records.UploadRecordReader;
import org.outturn.storage.Cancellation;
import org.outturn.storage.FolderStore;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;

/** A store, a journal and witnesses, for tests of them together. */
abstract class WitnessFixture {
    static final String ID = "0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395";
    static final String OTHER_ID = "1b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395";
    static final String JOB = "agar/20261121_114000_" + ID + "/";
    static final String OTHER_JOB = "agar/20261120_114000_" + OTHER_ID + "/";
    static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir Path folder;
    FolderStore store;
    final AtomicReference<Instant> now = new AtomicReference<>(START);
    final InstantSource clock = now::get;
    final MemoryJournal journal = new MemoryJournal();
    final AtomicInteger changes = new AtomicInteger();
    Witnesses witnesses = Witnesses.of(new OwnUploads(journal));
    EvidenceService service;

    @BeforeEach
    void fill() {
        store = new FolderStore(folder);
        put(JOB + "all_products.json", "[1]");
        put(JOB + "results.json", "{\"a\": 1}");
        put(OTHER_JOB + "all_products.json", "[2]");
        service = begin();
    }

    @AfterEach
    void end() {
        service.close();
    }

    void put(String key, String text) {
        store.put(
                new ObjectAddress(FolderStore.BUCKET, key),
                text.getBytes(StandardCharsets.UTF_8),
                "application/json",
                Map.of());
    }

    EvidenceService begin() {
        return witnesses.about(
                store, FolderStore.BUCKET, this::files, clock, changes::incrementAndGet);
    }

    OutputTable table() {
        var collector =
                new OutputCollector(Layouts.SHIPPED.recogniser(), Prefix.root(FolderStore.BUCKET));
        store.list(Prefix.root(FolderStore.BUCKET), "", "", Cancellation.never(), collector::add);
        return collector.table(START);
    }

    List<OutputFile> files(OutputRow row) {
        OutputTable table = table();
        return table.find(row.identity()).map(table::files).orElse(List.of());
    }

    OutputRow row(String id) {
        return table().rows().stream()
                .filter(row -> row.job().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Evidence heard(OutputRow row, int testimonies, int unheard) {
        service.seen(row);
        await().atMost(PATIENCE)
                .until(() ->
                        service.of(row)
                                .filter(e ->
                                        e.testimonies().size() == testimonies
                                                && e.unheard().size() == unheard)
                                .isPresent());
        return service.of(row).orElseThrow();
    }

    static JobRecordSource failing(AtomicInteger asked, RuntimeException thrown) {
        return source(id -> {
            asked.incrementAndGet();
            throw thrown;
        });
    }

    /** What a source does for a job. */
    interface Answer {
        Optional<JobRecord> to(String jobId);
    }

    static JobRecordSource source(Answer answer) {
        return new JobRecordSource() {
            @Override
            public Optional<JobRecord> find(String jobId, Cancellation cancellation) {
                return answer.to(jobId);
            }

            @Override
            public void check(Cancellation cancellation) {
                find(ID, cancellation);
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
    }

    static JobRecord database(String id, String record) {
        return new JobRecord(
                id,
                Optional.empty(),
                START,
                JobRecord.Witness.SCRAPER_DATABASE,
                new UploadRecordReader().read(record));
    }

    static FailureException away() {
        return new FailureException(
                new Failure.Unreachable(
                        new Attempt("ReadJobRecord", ID), Technical.of("ConnectException")));
    }

    void use(Optional<JobRecordSource> api, Optional<JobRecordSource> database) {
        service.close();
        witnesses = new Witnesses(witnesses.own(), api, database);
        service = begin();
    }
}
