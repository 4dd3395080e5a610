package org.outturn.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.outturn.catalog.OutputRow;
import org.outturn.journal.JournalJob;
import org.outturn.pipeline.status.Finding;
import org.outturn.pipeline.status.OutputState;
import org.outturn.pipeline.status.OutputStatus;
import org.outturn.pipeline.status.Testimony;
import org.outturn.pipeline.status.Witness;
import org.outturn.records.ScraperApi;
import org.outturn.records.ScraperStandIn;
import org.outturn.records.Secret;

/** All witnesses together, over a store, a journal and a scraper that answers over HTTP. */
class WitnessesTest extends WitnessFixture {
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
