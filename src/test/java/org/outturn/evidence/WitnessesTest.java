package org.outturn.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import org.outturn.journal.JournalJob;
import org.outturn.journal.MemoryJournal;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.pipeline.status.Finding;
import org.outturn.pipeline.status.OutputState;
import org.outturn.pipeline.status.OutputStatus;
import org.outturn.pipeline.status.Testimony;
import org.outturn.pipeline.status.Witness;
import org.outturn.records.JobRecord;
import org.outturn.records.JobRecordSource;
import org.outturn.records.ScraperApi;
import org.outturn.records.ScraperStandIn;
import org.outturn.records.Secret;
import org.outturn.records.UploadRecordReader;
import org.outturn.storage.Cancellation;
import org.outturn.storage.FolderStore;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;

/** All witnesses together, over a store, a journal and a scraper that answers over HTTP. */
class WitnessesTest {
    private static final String ID = "0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395";
    private static final String OTHER_ID = "1b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395";
    private static final String JOB = "agar/20261121_114000_" + ID + "/";
    private static final String OTHER_JOB = "agar/20261120_114000_" + OTHER_ID + "/";
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir Path folder;
    private FolderStore store;
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource clock = now::get;
    private final MemoryJournal journal = new MemoryJournal();
    private final AtomicInteger changes = new AtomicInteger();
    private Witnesses witnesses = Witnesses.of(new OwnUploads(journal));
    private EvidenceService service;

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

    private void put(String key, String text) {
        store.put(
                new ObjectAddress(FolderStore.BUCKET, key),
                text.getBytes(StandardCharsets.UTF_8),
                "application/json",
                Map.of());
    }

    private EvidenceService begin() {
        return witnesses.about(
                store, FolderStore.BUCKET, this::files, clock, changes::incrementAndGet);
    }

    private OutputTable table() {
        var collector =
                new OutputCollector(Layouts.SHIPPED.recogniser(), Prefix.root(FolderStore.BUCKET));
        store.list(Prefix.root(FolderStore.BUCKET), "", "", Cancellation.never(), collector::add);
        return collector.table(START);
    }

    private List<OutputFile> files(OutputRow row) {
        OutputTable table = table();
        return table.find(row.identity()).map(table::files).orElse(List.of());
    }

    private OutputRow row(String id) {
        return table().rows().stream()
                .filter(row -> row.job().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Evidence heard(OutputRow row, int testimonies, int unheard) {
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

    private static JobRecordSource failing(AtomicInteger asked, RuntimeException thrown) {
        return source(id -> {
            asked.incrementAndGet();
            throw thrown;
        });
    }

    /** What a source does for a job. */
    private interface Answer {
        Optional<JobRecord> to(String jobId);
    }

    private static JobRecordSource source(Answer answer) {
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

    private static JobRecord database(String id, String record) {
        return new JobRecord(
                id,
                Optional.empty(),
                START,
                JobRecord.Witness.SCRAPER_DATABASE,
                new UploadRecordReader().read(record));
    }

    private static FailureException away() {
        return new FailureException(
                new Failure.Unreachable(
                        new Attempt("ReadJobRecord", ID), Technical.of("ConnectException")));
    }

    @Test
    void theRecordInTheBucketCountsBeforeTheOneThatWasKept() {
        journal.keep(
                new JournalJob(
                        1, "c", ID, START.minusSeconds(60), "{}", "{\"status\": \"success\"}"));
        assertThat(heard(row(ID), 1, 0).testimonies())
                .containsExactly(
                        new Testimony(
                                Witness.RECORD,
                                OutputState.COMPLETE,
                                new Finding.Recorded("success", List.of(), -1, -1),
                                START.minusSeconds(60)));

        put(
                JOB + "upload_record.json",
                "{\"status\": \"failed\", \"error\": \"refused\","
                        + " \"uploadedAt\": \"2026-11-20T08:30:00Z\"}");
        assertThat(heard(row(ID), 1, 0).testimonies())
                .extracting(Testimony::state)
                .containsExactly(OutputState.FAILED);
    }

    @Test
    void theRecordIsNoFileOfItsJob() {
        put(
                JOB + "upload_record.json",
                "{\"status\": \"success\", \"filesUploaded\": 3, \"bytesUploaded\": 11}");
        OutputRow row = row(ID);
        assertThat(row.files()).isEqualTo(3);
        assertThat(row.bucket().finding()).isEqualTo(new Finding.AllThere(2, 11));

        Testimony record = heard(row, 1, 0).testimonies().getFirst();
        OutputStatus status = OutputStatus.of(row.bucket()).with(record);
        assertThat(status.state()).isEqualTo(OutputState.PARTIAL);
        assertThat(status.testimonies().getFirst().finding())
                .isEqualTo(new Finding.LessThanRecorded(2, 3, 11, 11));
    }

    @Test
    void anEmptyRecordIsNoMissingFile() {
        put(JOB + "upload_record.json", "");

        assertThat(row(ID).bucket().state()).isEqualTo(OutputState.COMPLETE);
        assertThat(heard(row(ID), 1, 0).testimonies().getFirst().finding())
                .isEqualTo(new Finding.Illegible("records.unreadable.NOT_JSON", ""));
    }

    @Test
    void aFolderWithNothingButTheRecordIsAJobThatCameToNothing() {
        String id = "2b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395";
        put("agar/20261119_114000_" + id + "/upload_record.json", "{\"status\": \"failed\"}");

        assertThat(row(id).bucket().finding()).isEqualTo(new Finding.NothingThere());
        assertThat(heard(row(id), 1, 0).testimonies())
                .extracting(Testimony::state)
                .containsExactly(OutputState.FAILED);
    }

    @Test
    void theScraperIsAskedForItsRecordOnce() {
        String answer =
                "{\"success\": true, \"data\": {\"output\": {\"uploadToS3\":"
                        + " {\"status\": \"partial\", \"errors\": [\"a.pdf: refused\"],"
                        + " \"uploadedAt\": \"2026-11-20T08:30:00\"}}}}";
        try (var scraper = ScraperStandIn.answering(200, answer);
                var api = new ScraperApi(scraper.address(), new Secret("tok"), false, clock)) {
            use(Optional.of(api), Optional.empty());
            assertThat(heard(row(ID), 1, 0).testimonies())
                    .containsExactly(
                            new Testimony(
                                    Witness.SCRAPER_API,
                                    OutputState.PARTIAL,
                                    new Finding.Recorded(
                                            "partial", List.of("a.pdf: refused"), -1, -1),
                                    Instant.parse("2026-11-20T08:30:00Z")));
            service.seen(row(ID));
            assertThat(scraper.requests())
                    .containsExactly("GET /api/scraper/jobs/" + ID + " Bearer tok");
        }
    }

    private void use(Optional<JobRecordSource> api, Optional<JobRecordSource> database) {
        service.close();
        witnesses = new Witnesses(witnesses.own(), api, database);
        service = begin();
    }

    @Test
    void aScraperThatRefusesIsLeftInPeaceForAMinuteAndTheOthersAreHeard() {
        try (var scraper = ScraperStandIn.answering(401, "{}");
                var api = new ScraperApi(scraper.address(), new Secret("tok"), false, clock)) {
            use(
                    Optional.of(api),
                    Optional.of(
                            source(id -> Optional.of(database(id, "{\"status\":\"failed\"}")))));

            Evidence first = heard(row(ID), 1, 1);
            assertThat(first.testimonies())
                    .extracting(Testimony::witness)
                    .containsExactly(Witness.SCRAPER_DATABASE);
            Unheard silent = first.unheard().getFirst();
            assertThat(silent.witness()).isEqualTo(Witness.SCRAPER_API);
            assertThat(silent.failure()).isInstanceOf(Failure.RecordsSignIn.class);
            assertThat(silent.again()).isEqualTo(START.plus(PausedWitness.PAUSE));

            now.set(START.plusSeconds(59));
            assertThat(heard(row(OTHER_ID), 1, 1).unheard()).isEqualTo(first.unheard());
            service.seen(row(ID));
            assertThat(scraper.requests()).hasSize(1);

            now.set(START.plusSeconds(60));
            service.seen(row(ID));
            await().atMost(PATIENCE).until(() -> scraper.requests().size() == 2);
            await().atMost(PATIENCE)
                    .until(() ->
                            service.of(row(ID))
                                    .orElseThrow()
                                    .unheard()
                                    .getFirst()
                                    .again()
                                    .equals(START.plusSeconds(120)));
        }
    }

    @Test
    void whoAnswersAgainIsHeardAgain() {
        var broken = new AtomicReference<>(Optional.of(away()));
        JobRecordSource source =
                source(id -> {
                    broken.get()
                            .ifPresent(thrown -> {
                                throw thrown;
                            });
                    return Optional.of(database(id, "{\"status\": \"success\"}"));
                });
        use(Optional.empty(), Optional.of(source));
        heard(row(ID), 0, 1);

        broken.set(Optional.empty());
        now.set(START.plusSeconds(60));
        assertThat(heard(row(ID), 1, 0).testimonies())
                .extracting(Testimony::state)
                .containsExactly(OutputState.COMPLETE);
    }

    @Test
    void whoHangsKeepsNobodyWaiting() {
        var release = new CountDownLatch(1);
        JobRecordSource hangs =
                source(_ -> {
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Optional.empty();
                });
        use(
                Optional.of(hangs),
                Optional.of(source(id -> Optional.of(database(id, "{\"status\":\"failed\"}")))));
        try {
            assertThat(heard(row(ID), 1, 0).testimonies().getFirst().witness())
                    .isEqualTo(Witness.SCRAPER_DATABASE);
        } finally {
            release.countDown();
        }
    }

    @Test
    void aDefectOfOneSourceIsItsOwnAndQuotesNothing() {
        var asked = new AtomicInteger();
        use(
                Optional.of(failing(asked, new IllegalStateException("tok-9f3a7c51e0"))),
                Optional.empty());

        Unheard silent = heard(row(ID), 0, 1).unheard().getFirst();

        assertThat(silent.failure()).isInstanceOf(Failure.Unexpected.class);
        assertThat(silent.toString()).doesNotContain("tok-9f3a7c51e0");
        heard(row(OTHER_ID), 0, 1);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aJournalThatCannotBeReadDoesNotHideTheRecordInTheBucket() {
        put(JOB + "upload_record.json", "{\"status\": \"partial\"}");
        service.close();
        witnesses =
                Witnesses.of(
                        failing(new AtomicInteger(), new IllegalStateException("the journal")));
        service = begin();

        assertThat(heard(row(ID), 1, 0).testimonies())
                .extracting(Testimony::state)
                .containsExactly(OutputState.PARTIAL);
        assertThat(heard(row(OTHER_ID), 0, 1).unheard())
                .extracting(Unheard::witness)
                .containsExactly(Witness.RECORD);
    }

    @Test
    void oneArchivedRecordDoesNotSilenceTheOthers() {
        put(JOB + "upload_record.json", "{\"status\": \"failed\"}");
        put(OTHER_JOB + "upload_record.json", "{\"status\": \"failed\"}");
        store.disturb((operation, address, _) -> {
            if (operation.equals("ReadObject") && address.key().startsWith(JOB)) {
                throw new FailureException(
                        new Failure.Archived(
                                new Attempt("GetObject", address.key()), Technical.of("")));
            }
        });

        assertThat(heard(row(ID), 0, 1).unheard().getFirst().failure())
                .isInstanceOf(Failure.Archived.class);
        assertThat(heard(row(OTHER_ID), 1, 0).testimonies())
                .extracting(Testimony::state)
                .containsExactly(OutputState.FAILED);
    }

    @Test
    void onlyScraperJobsAreAskedFor() {
        var asked = new AtomicInteger();
        put("monkeyocr/ocr/text/1795262400_receipt.png.md", "text");
        use(Optional.of(failing(asked, away())), Optional.empty());
        OutputRow text =
                table().rows().stream()
                        .filter(row -> row.job().isEmpty())
                        .findFirst()
                        .orElseThrow();

        service.seen(text);
        heard(row(ID), 0, 1);

        assertThat(asked).hasValue(1);
        assertThat(service.of(text).orElse(Evidence.NONE).unheard()).isEmpty();
    }

    @Test
    void nothingNewIsNoChange() {
        int before = changes.get();
        service.seen(row(ID));
        await().atMost(PATIENCE).until(() -> service.of(row(ID)).isPresent());

        assertThat(changes).hasValue(before);
    }
}
