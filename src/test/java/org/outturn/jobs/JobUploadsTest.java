package org.outturn.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.journal.Journal;
import org.outturn.journal.JournalFile;
import org.outturn.records.JobRecord;
import org.outturn.records.RecordedUrl;
import org.outturn.records.UploadRecord.Result;
import org.outturn.records.UploadRecordReader;
import org.outturn.records.UploadStatus;
import org.outturn.storage.AbsentStore;
import org.outturn.storage.Cancellation;
import org.outturn.storage.FolderStore;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;
import org.outturn.storage.StoreOptions;
import org.outturn.transfer.BatchId;
import org.outturn.transfer.BatchReport;
import org.outturn.transfer.TransferOptions;
import org.outturn.transfer.TransferQueue;
import org.outturn.transfer.TransferScope;
import org.outturn.transfer.TransferSnapshot;
import org.outturn.upload.OverwritePolicy;
import org.outturn.upload.PlanListener;
import org.outturn.upload.UploadPlan;
import org.outturn.upload.UploadPlanner;

/** A job's folder, from the disk into the bucket, and the record of it. */
class JobUploadsTest {
    private static final String ID = "0b9cc1f0-1b3c-4c8e-9d7a-2f1f6a0e7395";
    private static final String NAME = "20251114_011839_" + ID;
    private static final Instant NOW = Instant.parse("2025-11-15T00:00:00.123456Z");
    private static final String PLACE = "s3://" + FolderStore.BUCKET + "/agar/" + NAME + "/";
    private static final TransferOptions QUICK =
            new TransferOptions(
                    4, 8, 1 << 20, 1, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5));

    @TempDir private Path bucket;
    @TempDir private Path disk;
    @TempDir private Path state;
    private FolderStore store;
    private Journal journal;
    private TransferQueue queue;
    private JobUploads uploads;
    private JobFolder folder;
    private final ConcurrentLinkedQueue<BatchReport> reports = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void openAll() throws IOException {
        store = new FolderStore(bucket);
        start();
        write("all_products.json", "{\"all\": 1}");
        write("results.json", "{}");
        write("pdfs/SDS/a b_SDS.pdf", "pdf");
        write("pdfs/a b_pdfs.json", "[]");
        write("screenshots/a b.png", "png!");
        write("categories/x_products.json", "[1]");
        write("log.txt", "log");
        folder = JobFolder.recognise(disk.resolve(NAME)).orElseThrow();
    }

    @AfterEach
    void closeAll() {
        queue.close();
        journal.close();
    }

    private void start() {
        journal = new JournalFile(state.resolve("j.db"), Clock.systemUTC()).open().journal();
        queue = new TransferQueue(store, QUICK, journal, "c", Clock.systemUTC());
        uploads =
                new JobUploads(
                        journal, InstantSource.fixed(NOW), new JobOutcome(Failure::messageKey));
        queue.restore(reports::add);
    }

    private void write(String name, String text) throws IOException {
        Path file = disk.resolve(NAME).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private UploadPlan plan() {
        return new UploadPlanner(store)
                .plan(
                        List.of(folder.path()),
                        new Prefix(FolderStore.BUCKET, "agar/"),
                        OverwritePolicy.REPLACE_DIFFERENT,
                        Cancellation.never(),
                        PlanListener.NONE);
    }

    private BatchId submit(JobUploadChoices choices) {
        UploadPlan plan = choices.applied(plan(), folder);
        BatchId batch = queue.submit(plan, reports::add);
        uploads.begun(batch, "c", JobUpload.of(folder, plan, choices.recorded()));
        return batch;
    }

    private EndedJob ended(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> reports.size() >= count);
        BatchReport report = new ArrayList<>(reports).get(count - 1);
        return uploads.ended(report, transfers(report.batch()), "c", store).orElseThrow();
    }

    private List<TransferSnapshot> transfers(BatchId batch) {
        return queue.snapshot().transfers().stream().filter(t -> t.batch().equals(batch)).toList();
    }

    private void refuse(String ending) {
        store.disturb((operation, address, cancellation) -> {
            if (operation.equals("PutObject") && address.key().endsWith(ending)) {
                throw new FailureException(
                        new Failure.AccessDenied(
                                "s3:PutObject",
                                new Attempt(operation, address.s3Uri()),
                                Technical.of("")));
            }
        });
    }

    @Test
    void countsWhatIsThere() {
        JobContents contents = JobContents.of(folder, plan());

        assertThat(contents.of(JobPart.PDFS)).isEqualTo(new JobContents.Sum(2, 5));
        assertThat(contents.of(JobPart.OTHER)).isEqualTo(new JobContents.Sum(1, 3));
        assertThat(contents.of(JobPart.CATEGORIES)).isEqualTo(new JobContents.Sum(0, 0));
    }

    @Test
    void uploadsWhatTheScraperWouldAndRecordsIt() {
        submit(JobUploadChoices.DEFAULTS);
        EndedJob ended = ended(1);

        assertThat(store.keys())
                .containsExactlyInAnyOrder(
                        "agar/" + NAME + "/all_products.json",
                        "agar/" + NAME + "/results.json",
                        "agar/" + NAME + "/pdfs/SDS/a b_SDS.pdf",
                        "agar/" + NAME + "/pdfs/a b_pdfs.json");
        Result result = ended.result();
        assertThat(result.status()).isEqualTo(UploadStatus.SUCCESS);
        assertThat(result.filesUploaded()).hasValue(4);
        assertThat(result.bytesUploaded()).hasValue(10 + 2 + 3 + 2);
        assertThat(result.errors()).isEmpty();
        assertThat(result.urls())
                .containsExactly(
                        new RecordedUrl("all_products_json", PLACE + "all_products.json"),
                        new RecordedUrl("results_json", PLACE + "results.json"),
                        new RecordedUrl("pdfs_dir", PLACE + "pdfs/"));
        assertThat(new UploadRecordReader().read(ended.json())).isEqualTo(result);
        assertThat(ended.json()).contains("\"2025-11-15T00:00:00.123Z\"");
        assertThat(ended.notStored()).isEmpty();
    }

    @Test
    void everythingCanGoAndTheRecordWithIt() {
        JobUploadChoices all = JobUploadChoices.DEFAULTS;
        for (JobPart part : JobPart.values()) {
            all = all.withPart(part, true);
        }
        submit(all.withRecorded(true).withCompressed(true));
        EndedJob ended = ended(1);

        assertThat(store.keys()).hasSize(8).contains("agar/" + NAME + "/upload_record.json");
        assertThat(
                        store.read(
                                new ObjectAddress(
                                        FolderStore.BUCKET, "agar/" + NAME + "/upload_record.json"),
                                0,
                                1 << 16,
                                Cancellation.never()))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(ended.json());
        assertThat(store.options("agar/" + NAME + "/results.json").contentEncoding())
                .isEqualTo(StoreOptions.GZIP);
        assertThat(ended.result().urls())
                .extracting(RecordedUrl::name)
                .containsExactly(
                        "all_products_json",
                        "results_json",
                        "pdfs_dir",
                        "screenshots_dir",
                        "categories_dir");
    }

    @Test
    void whatIsRefusedIsNamed() {
        refuse("SDS.pdf");
        submit(JobUploadChoices.DEFAULTS);
        Result result = ended(1).result();

        assertThat(result.status()).isEqualTo(UploadStatus.PARTIAL);
        assertThat(result.errors()).containsExactly("pdfs/SDS/a b_SDS.pdf: accessDenied");
        assertThat(result.filesUploaded()).hasValue(3);
        assertThat(result.bytesUploaded()).hasValue(10 + 2 + 2);
    }

    @Test
    void whereNothingWentItFailed() {
        refuse("");
        submit(JobUploadChoices.DEFAULTS.withRecorded(true));
        EndedJob ended = ended(1);

        assertThat(ended.result().status()).isEqualTo(UploadStatus.FAILED);
        assertThat(ended.result().errors()).hasSize(4);
        assertThat(ended.result().urls()).isEmpty();
        assertThat(ended.result().bytesUploaded()).hasValue(0);
    }

    /** The record is of the job, not of what the retry has sent. */
    @Test
    void afterARetryAllCounts() {
        refuse("SDS.pdf");
        submit(JobUploadChoices.DEFAULTS);
        ended(1);
        store.disturb((operation, address, cancellation) -> {});
        queue.retry(TransferScope.failed());
        Result result = ended(2).result();

        assertThat(result.status()).isEqualTo(UploadStatus.SUCCESS);
        assertThat(result.filesUploaded()).hasValue(4);
        assertThat(new OwnUploads(journal).find(ID, Cancellation.never()).orElseThrow().upload())
                .isEqualTo(result);
    }

    @Test
    void whatIsThereAlreadyCountsToo() {
        refuse("SDS.pdf");
        submit(JobUploadChoices.DEFAULTS);
        ended(1);
        store.disturb((operation, address, cancellation) -> {});

        submit(JobUploadChoices.DEFAULTS);
        Result result = ended(2).result();

        assertThat(result.status()).isEqualTo(UploadStatus.SUCCESS);
        assertThat(result.filesUploaded()).hasValue(4);
        assertThat(result.bytesUploaded()).hasValue(17);
        assertThat(result.urls()).hasSize(3);
    }

    /** Cleared lines take their sizes with them; what is not known is not said. */
    @Test
    void whatHasLeftTheListIsCountedAndNotGuessed() {
        refuse("SDS.pdf");
        BatchId batch = submit(JobUploadChoices.DEFAULTS);
        await().until(() -> reports.size() == 1);
        BatchReport report = reports.element();
        queue.clearFinished();
        Result cleared = uploads.ended(report, transfers(batch), "c", store).orElseThrow().result();
        assertThat(cleared.filesUploaded()).hasValue(3);
        assertThat(cleared.bytesUploaded()).isEmpty();
        queue.clearFailed();

        Result nothing = uploads.ended(report, transfers(batch), "c", store).orElseThrow().result();
        assertThat(nothing.errors()).containsExactly("and 1 more files");
        assertThat(nothing.status()).isEqualTo(UploadStatus.PARTIAL);
    }

    @Test
    void aRecordOfThousandsOfErrorsIsOneThatPeopleCanRead() throws IOException {
        for (int i : IntStream.range(0, 1_100).toArray()) {
            write("pdfs/%d.pdf".formatted(i), "x");
        }
        refuse("");
        submit(JobUploadChoices.DEFAULTS);
        Result result = ended(1).result();

        assertThat(result.errors()).hasSize(JobOutcome.MOST_ERRORS + 1);
        assertThat(result.errors().getLast()).isEqualTo("and 104 more files");
    }

    @Test
    void theRecordIsMadeAfterTheNextStartToo() {
        store.disturb((operation, address, cancellation) -> {
            if (operation.equals("PutObject")) {
                var stopped = new java.util.concurrent.CountDownLatch(1);
                cancellation.onCancel(stopped::countDown);
                try {
                    stopped.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                cancellation.check();
            }
        });
        submit(JobUploadChoices.DEFAULTS);
        await().until(() -> queue.snapshot().totals().running() == 4);
        closeAll();
        store.disturb((operation, address, cancellation) -> {});
        start();

        assertThat(ended(1).result().status()).isEqualTo(UploadStatus.SUCCESS);
        JobRecord own = new OwnUploads(journal).find(ID, Cancellation.never()).orElseThrow();
        assertThat(own.witness()).isEqualTo(JobRecord.Witness.OWN_UPLOAD);
        assertThat(own.readAt()).isEqualTo(NOW.truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        assertThat(new OwnUploads(journal).find("x", Cancellation.never())).isEmpty();
    }

    @Test
    void otherBatchesHaveNoRecord() throws IOException {
        UploadPlan plan = plan();
        queue.submit(plan, reports::add);
        await().until(() -> reports.size() == 1);

        assertThat(uploads.ended(reports.element(), List.of(), "c", store)).isEmpty();
    }

    /** Whoever has opened another connection meanwhile does not get the record into its bucket. */
    @Test
    void anotherConnectionHasNoRecordOfIt() {
        submit(JobUploadChoices.DEFAULTS.withRecorded(true));
        await().until(() -> reports.size() == 1);

        assertThat(uploads.ended(reports.element(), List.of(), "other", store)).isEmpty();
        assertThat(store.keys()).noneMatch(key -> key.endsWith("upload_record.json"));
    }

    /** The files are there; that the record is not is said and changes nothing about them. */
    @Test
    void aRecordThatCannotBeStoredIsSaidToBe() {
        submit(JobUploadChoices.DEFAULTS.withRecorded(true));
        await().until(() -> reports.size() == 1);
        BatchReport report = reports.element();
        EndedJob ended =
                uploads.ended(report, transfers(report.batch()), "c", new ReadOnly()).orElseThrow();

        assertThat(ended.result().status()).isEqualTo(UploadStatus.SUCCESS);
        assertThat(ended.notStored()).containsInstanceOf(Failure.AccessDenied.class);
        assertThat(new OwnUploads(journal).find(ID, Cancellation.never())).isPresent();
    }

    private static final class ReadOnly extends AbsentStore {
        @Override
        public void put(
                ObjectAddress address,
                byte[] content,
                String contentType,
                Map<String, String> metadata) {
            throw new FailureException(
                    new Failure.AccessDenied(
                            "s3:PutObject",
                            new Attempt("PutObject", address.s3Uri()),
                            Technical.of("")));
        }

        @Override
        public void close() {
            // there is nothing
        }
    }

    @Test
    void tagsAreFilledInAtTheEnd() {
        UploadPlan plan = JobUploadChoices.DEFAULTS.applied(plan(), folder);
        UploadPlan tagged =
                JobUploadChoices.tagged(
                        plan.withOptions(
                                plan.options()
                                        .withStore(
                                                plan.options().store().withTags(JobTags.TEMPLATE))),
                        folder);

        assertThat(tagged.files().getFirst().options().tags().values())
                .containsEntry("date", "2025-11-14");
        assertThat(tagged.filesToStore()).as("what is left out stays so").isEqualTo(4);
    }
}
