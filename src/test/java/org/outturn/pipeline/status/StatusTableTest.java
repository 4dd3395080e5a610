package org.outturn.pipeline.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.outturn.catalog.OutputCollector;
import org.outturn.catalog.OutputRow;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;
import org.outturn.storage.UnfinishedUpload;
import org.outturn.ui.common.Formats;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.OutputWords;

/**
 * The truth table: for each producer and each situation, what the bucket and the other witnesses
 * make of it, in state and in words.
 */
class StatusTableTest {
    private static final String UUID = "0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395";
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant STORED = Instant.parse("2026-11-21T11:50:00Z");
    private static final Messages MESSAGES = new Messages(Locale.ENGLISH);
    private static final OutputWords WORDS =
            new OutputWords(MESSAGES, new Formats(MESSAGES, ZoneOffset.UTC));

    private static final String JOB = "agar/20261121_114000_" + UUID + "/";
    private static final List<String> WHOLE_JOB =
            List.of(
                    JOB + "all_products.json",
                    JOB + "results.json",
                    JOB + "pdfs/Star_pdfs.json",
                    JOB + "pdfs/SDS/Star_SDS.pdf",
                    JOB + "pdfs/PDS/Star_PDS.pdf");
    private static final String PARSED = "monkeyocr/parsed/1795262400_report";
    private static final List<String> WHOLE_PARSED =
            List.of(
                    PARSED + ".zip",
                    PARSED + "/t.md",
                    PARSED + "/t_content_list.json",
                    PARSED + "/t_middle.json",
                    PARSED + "/t_model.pdf",
                    PARSED + "/t_layout.pdf",
                    PARSED + "/t_spans.pdf");
    private static final String OCR = "monkeyocr/ocr/text/1795262400_receipt.png.md";
    private static final String RAW = "raw/" + UUID + ".pdf";
    private static final String DOCLING = "parsed/" + UUID + "/docling.json";
    private static final String MARKDOWN = "parsed/" + UUID + "/markdown.md";
    private static final String RESULT = "results/" + UUID + ".json";
    private static final String MIDI = "processed/user-1/job-9/output.mid";
    private static final String TRANSCRIPTION = "processed/user-1/job-9/transcription.json";
    private static final String EXPORT = "exports/" + UUID + "/20261121_114000_";
    private static final String VIDEO = "temp/videos/2026/11/21/0123456789abcdef_1795262400123.mp4";

    @TestFactory
    Stream<DynamicTest> theBucketAlone() {
        return Stream.of(
                        // the scraper
                        bucket("scraper, complete", "COMPLETE", "All 5 files are there, 50 B.")
                                .keys(WHOLE_JOB),
                        bucket(
                                        "scraper, with the record of its upload",
                                        "COMPLETE",
                                        "All 5 files are there, 50 B.")
                                .keys(WHOLE_JOB)
                                .keys(List.of(JOB + "upload_record.json")),
                        bucket(
                                        "scraper, nothing but the record",
                                        "FAILED",
                                        "Not one file is there.")
                                .keys(List.of(JOB + "upload_record.json")),
                        bucket(
                                        "scraper, a sheet is missing",
                                        "PARTIAL",
                                        "4 of 5 files are there. Missing: Product data sheet of Star.")
                                .keys(WHOLE_JOB.subList(0, 4)),
                        bucket(
                                        "scraper, a sheet is empty",
                                        "PARTIAL",
                                        "4 of 6 files are there. Missing: Product data sheet of Star."
                                                + " One file is empty.")
                                .keys(WHOLE_JOB.subList(0, 4))
                                .empty(JOB + "pdfs/PDS/Star_PDS.pdf"),
                        bucket("scraper, all empty", "FAILED", "The file is empty.")
                                .empty(JOB + "all_products.json"),
                        bucket(
                                        "scraper, sheets and no list of products",
                                        "PARTIAL",
                                        "1 of 2 files are there. Missing: All products.")
                                .keys(List.of(JOB + "pdfs/SDS/Star_SDS.pdf")),
                        bucket(
                                        "scraper, an upload in parts is open",
                                        "UPLOADING",
                                        "One file is being uploaded since 21 Nov 2026, 11:50.")
                                .keys(WHOLE_JOB)
                                .open(JOB + "pdfs/big.pdf", STORED),
                        bucket(
                                        "scraper, an upload in parts broke off",
                                        "PARTIAL",
                                        "An upload that began 19 Nov 2026, 12:00 never ended; one file did"
                                                + " not arrive.")
                                .keys(WHOLE_JOB)
                                .open(JOB + "pdfs/big.pdf", NOW.minus(Duration.ofDays(2))),
                        // MonkeyOCR
                        bucket("parsed, ZIP and folder", "COMPLETE", "All 7 files are there, 70 B.")
                                .keys(WHOLE_PARSED),
                        bucket("parsed, the ZIP alone", "COMPLETE", "The file is there, 10 B.")
                                .keys(WHOLE_PARSED.subList(0, 1)),
                        bucket("parsed, no ZIP", "PARTIAL", "6 of 7 files are there. Missing: ZIP.")
                                .keys(WHOLE_PARSED.subList(1, 7)),
                        bucket(
                                        "parsed, the folder stopped half way",
                                        "PARTIAL",
                                        "3 of 7 files are there. Missing: Middle JSON, Model PDF, Layout"
                                                + " PDF, Spans PDF.")
                                .keys(WHOLE_PARSED.subList(0, 3)),
                        bucket("parsed, an empty ZIP", "FAILED", "The file is empty.")
                                .empty(PARSED + ".zip"),
                        bucket("OCR, complete", "COMPLETE", "The file is there, 10 B.")
                                .keys(List.of(OCR)),
                        bucket("OCR, empty", "FAILED", "The file is empty.").empty(OCR),
                        // PDF processing
                        bucket("PDF, complete", "COMPLETE", "All 3 files are there, 30 B.")
                                .keys(List.of(RAW, DOCLING, MARKDOWN)),
                        bucket("PDF, large result", "COMPLETE", "All 2 files are there, 20 B.")
                                .keys(List.of(RAW, RESULT)),
                        bucket(
                                        "PDF, result without its input",
                                        "COMPLETE",
                                        "The file is there, 10 B.")
                                .keys(List.of(RESULT)),
                        bucket(
                                        "PDF, no markdown",
                                        "PARTIAL",
                                        "2 of 3 files are there. Missing: Markdown.")
                                .keys(List.of(RAW, DOCLING)),
                        bucket(
                                        "PDF, input only, lately",
                                        "WAITING",
                                        "The input came 21 Nov 2026, 11:50; the result is not there yet.")
                                .keys(List.of(RAW)),
                        bucket(
                                        "PDF, input only, long ago",
                                        "UNKNOWN",
                                        "The input came 20 Nov 2026, 12:00, and no result has come.")
                                .old(RAW),
                        bucket(
                                        "PDF, an empty result",
                                        "WAITING",
                                        "The input came 21 Nov 2026, 11:50; the result is not there yet.")
                                .keys(List.of(RAW))
                                .empty(RESULT),
                        // drums
                        bucket("drums, complete", "COMPLETE", "All 2 files are there, 20 B.")
                                .keys(List.of(MIDI, TRANSCRIPTION)),
                        bucket(
                                        "drums, no MIDI",
                                        "PARTIAL",
                                        "1 of 2 files are there. Missing: MIDI.")
                                .keys(List.of(TRANSCRIPTION)),
                        bucket("drums, both empty", "FAILED", "All 2 files are empty.")
                                .empty(MIDI)
                                .empty(TRANSCRIPTION),
                        bucket("drums, a whole set", "COMPLETE", "All 3 files are there, 30 B.")
                                .keys(
                                        List.of(
                                                EXPORT + "musicxml",
                                                EXPORT + "midi",
                                                EXPORT + "pdf")),
                        bucket(
                                        "drums, two attempts, none whole",
                                        "PARTIAL",
                                        "3 of 4 files are there. Missing: Score PDF.")
                                .keys(
                                        List.of(
                                                EXPORT + "musicxml",
                                                EXPORT + "midi",
                                                "exports/" + UUID + "/20261121_115000_pdf")),
                        bucket(
                                        "drums, the second attempt went through",
                                        "COMPLETE",
                                        "All 4 files are there, 40 B.")
                                .keys(
                                        List.of(
                                                "exports/" + UUID + "/20261121_113000_musicxml",
                                                EXPORT + "musicxml",
                                                EXPORT + "midi",
                                                EXPORT + "pdf")),
                        // BookmarkAI
                        bucket("video, complete", "COMPLETE", "The file is there, 10 B.")
                                .keys(List.of(VIDEO)),
                        bucket("video, empty", "FAILED", "The file is empty.").empty(VIDEO),
                        bucket(
                                        "video, being uploaded",
                                        "UPLOADING",
                                        "One file is being uploaded since 21 Nov 2026, 11:50.")
                                .open(VIDEO, STORED),
                        bucket(
                                        "video, its upload broke off",
                                        "PARTIAL",
                                        "An upload that began 19 Nov 2026, 12:00 never ended; one file did"
                                                + " not arrive.")
                                .open(VIDEO, NOW.minus(Duration.ofDays(2))))
                .map(Situation::test);
    }

    @TestFactory
    Stream<DynamicTest> theBucketAndAnother() {
        OutputRow whole = row(WHOLE_JOB);
        OutputRow partial = row(WHOLE_JOB.subList(0, 4));
        OutputRow request = row(List.of(RAW, RESULT));
        return Stream.of(
                both(whole, record(Witness.SCRAPER_API, "success", 5, 50), "Complete", false),
                both(
                        whole,
                        record(Witness.SCRAPER_API, "failed", -1, -1),
                        "Failed, disputed",
                        true),
                both(
                        whole,
                        record(Witness.SCRAPER_DATABASE, "partial", -1, -1),
                        "Partial, disputed",
                        true),
                both(
                        partial,
                        record(Witness.RECORD, "success", 5, 50),
                        "Partial 4/5, disputed",
                        true),
                both(partial, record(Witness.RECORD, "partial", 4, 40), "Partial 4/5", false),
                both(whole, record(Witness.RECORD, "success", 6, 60), "Partial, disputed", true),
                both(whole, record(Witness.RECORD, "success", 5, 5_000), "Partial, disputed", true),
                both(whole, record(Witness.RECORD, "success", 4, 40), "Complete", false),
                both(whole, record(Witness.SCRAPER_API, "skipped", -1, -1), "Complete", false),
                both(
                        nothing(),
                        record(Witness.SCRAPER_API, "success", 5, 50),
                        "Failed, disputed",
                        true),
                both(
                        request,
                        record(Witness.PDF_RESULT, "error", -1, -1),
                        "Failed, disputed",
                        true),
                both(request, record(Witness.PDF_RESULT, "success", -1, -1), "Complete", false),
                both(
                        partial,
                        new Testimony(
                                Witness.TRANSFERS,
                                OutputState.UPLOADING,
                                new Finding.Running(1),
                                NOW),
                        "Uploading",
                        false));
    }

    private static Testimony record(Witness witness, String word, int files, long bytes) {
        OutputState state =
                switch (word) {
                    case "success" -> OutputState.COMPLETE;
                    case "partial" -> OutputState.PARTIAL;
                    case "failed", "error" -> OutputState.FAILED;
                    default -> OutputState.UNKNOWN;
                };
        return new Testimony(
                witness, state, new Finding.Recorded(word, List.of(), files, bytes), STORED);
    }

    private static DynamicTest both(
            OutputRow row, Testimony other, String brief, boolean disagree) {
        return both(row.bucket(), other, brief, disagree);
    }

    private static DynamicTest both(
            Testimony bucket, Testimony other, String brief, boolean disagree) {
        return DynamicTest.dynamicTest(
                bucket.state() + " and " + other.witness() + " " + WORDS.why(other),
                () -> {
                    OutputStatus status = OutputStatus.of(bucket).with(other);
                    assertThat(WORDS.brief(status)).isEqualTo(brief);
                    assertThat(status.disagree()).isEqualTo(disagree);
                    assertThat(status.testimonies())
                            .extracting(Testimony::witness)
                            .containsExactly(Witness.BUCKET, other.witness());
                    assertThat(status.with(other)).as("heard again").isEqualTo(status);
                });
    }

    /** A record says that there is a job, and the bucket has not one file of it. */
    private static Testimony nothing() {
        return BucketVerdict.of(
                row(WHOLE_JOB).form(),
                new BucketFacts(0, 0, 0, 0, Map.of(), Instant.MIN, 0, Instant.MIN),
                NOW);
    }

    private static OutputRow row(List<String> keys) {
        return bucket("", "", "").keys(keys).row();
    }

    private static Situation bucket(String name, String state, String words) {
        return new Situation(name, state, words);
    }

    /** What lies in a bucket, and what is to be said of it. */
    private static final class Situation {
        private final String name;
        private final String state;
        private final String words;
        private final List<ObjectEntry> objects = new ArrayList<>();
        private final List<UnfinishedUpload> uploads = new ArrayList<>();

        Situation(String name, String state, String words) {
            this.name = name;
            this.state = state;
            this.words = words;
        }

        Situation keys(List<String> keys) {
            keys.forEach(key -> objects.add(new ObjectEntry(key, 10, STORED, "STANDARD", "")));
            return this;
        }

        Situation empty(String key) {
            objects.add(new ObjectEntry(key, 0, STORED, "STANDARD", ""));
            return this;
        }

        Situation old(String key) {
            objects.add(new ObjectEntry(key, 10, NOW.minus(Duration.ofDays(1)), "STANDARD", ""));
            return this;
        }

        Situation open(String key, Instant since) {
            uploads.add(new UnfinishedUpload(new ObjectAddress("b", key), "u", since));
            return this;
        }

        OutputRow row() {
            var collector = new OutputCollector(Layouts.SHIPPED.recogniser(), Prefix.root("b"));
            collector.add(uploads);
            collector.add(new ListingPage(objects, List.of(), true));
            List<OutputRow> rows = collector.table(NOW).rows();
            assertThat(rows).as("it is one output").hasSize(1);
            return rows.getFirst();
        }

        DynamicTest test() {
            return DynamicTest.dynamicTest(
                    name,
                    () -> {
                        Testimony said = row().bucket();
                        assertThat(said.state()).hasToString(state);
                        assertThat(WORDS.why(said)).isEqualTo(words);
                        assertThat(said.at()).isEqualTo(NOW);
                    });
        }
    }
}
