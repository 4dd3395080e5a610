package org.outturn.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.outturn.pipeline.status.Finding;
import org.outturn.pipeline.status.OutputState;
import org.outturn.pipeline.status.Testimony;
import org.outturn.pipeline.status.Witness;
import org.outturn.records.JobRecord;
import org.outturn.records.UploadRecordReader;

/** Every shape of a record, as its text, and what is made of it. */
class RecordTestimonyTest {
    private static final Instant READ = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant UPLOADED = Instant.parse("2026-11-20T08:30:00Z");

    @TestFactory
    Stream<DynamicTest> everyShape() {
        return Stream.of(
                shape("{}", says(OutputState.UNKNOWN, new Finding.Configured(true), READ)),
                shape(
                        "{'enabled': true, 'bucket': 'b', 'includeFiles': ['results.json']}",
                        says(OutputState.UNKNOWN, new Finding.Configured(true), READ)),
                shape(
                        "{'enabled': false}",
                        says(OutputState.UNKNOWN, new Finding.Configured(false), READ)),
                shape(
                        "{'status': 'success', 'uploadedAt': '2026-11-20T08:30:00Z',"
                                + " 'filesUploaded': 21, 'bytesUploaded': 4096, 'errors': []}",
                        says(OutputState.COMPLETE, recorded("success", 21, 4096), UPLOADED)),
                shape(
                        "{'status': 'success', 'uploadedAt': '2026-11-20T08:30:00'}",
                        says(OutputState.COMPLETE, recorded("success", -1, -1), UPLOADED)),
                shape(
                        "{'status': 'partial', 'filesUploaded': 3,"
                                + " 'errors': ['a.pdf: refused', ' ', 'b.pdf: refused']}",
                        says(
                                OutputState.PARTIAL,
                                recorded("partial", 3, -1, "a.pdf: refused", "b.pdf: refused"),
                                READ)),
                shape(
                        "{'status': 'failed', 'error': 'no such bucket', 'errors': ['a.pdf'],"
                                + " 'uploadedAt': '2026-11-20T08:30:00Z'}",
                        says(
                                OutputState.FAILED,
                                recorded("failed", -1, -1, "no such bucket", "a.pdf"),
                                UPLOADED)),
                shape(
                        "{'status': 'pending'}",
                        says(OutputState.WAITING, recorded("pending", -1, -1), READ)),
                shape(
                        "{'status': 'uploading'}",
                        says(OutputState.UPLOADING, recorded("uploading", -1, -1), READ)),
                shape(
                        "{'status': 'skipped'}",
                        says(OutputState.UNKNOWN, recorded("skipped", -1, -1), READ)),
                shape(
                        "{'status': 'almost'}",
                        says(OutputState.UNKNOWN, recorded("almost", -1, -1), READ)),
                shape(
                        "{'status': ' SUCCESS '}",
                        says(OutputState.COMPLETE, recorded("SUCCESS", -1, -1), READ)),
                shape(
                        "{'status': 'success', 'filesUploaded': 9000000000}",
                        says(
                                OutputState.COMPLETE,
                                recorded("success", Integer.MAX_VALUE, -1),
                                READ)),
                shape(
                        "not json",
                        says(
                                OutputState.UNKNOWN,
                                new Finding.Illegible("records.unreadable.NOT_JSON", ""),
                                READ)),
                shape(
                        "{'status': 'success', 's3Urls': 5}",
                        says(
                                OutputState.UNKNOWN,
                                new Finding.Illegible("records.unreadable.WRONG_VALUE", "s3Urls"),
                                READ)),
                shape(
                        "{'errors': []}",
                        says(
                                OutputState.UNKNOWN,
                                new Finding.Illegible("records.unreadable.NO_STATUS", "status"),
                                READ)),
                shape("null", Optional.empty()));
    }

    private static DynamicTest shape(String quoted, Optional<Testimony> expected) {
        String json = quoted.replace('\'', '"');
        return DynamicTest.dynamicTest(
                json,
                () ->
                        assertThat(
                                        RecordTestimony.of(
                                                Witness.RECORD,
                                                new UploadRecordReader().read(json),
                                                READ))
                                .isEqualTo(expected));
    }

    private static Optional<Testimony> says(OutputState state, Finding finding, Instant at) {
        return Optional.of(new Testimony(Witness.RECORD, state, finding, at));
    }

    private static Finding recorded(String word, int files, long bytes, String... reasons) {
        return new Finding.Recorded(word, List.of(reasons), files, bytes);
    }

    @Test
    void aRecordIsTheWordOfWhoeverGaveIt() {
        assertThat(
                        Stream.of(JobRecord.Witness.values())
                                .map(by ->
                                        RecordTestimony.of(
                                                        new JobRecord(
                                                                "id",
                                                                Optional.empty(),
                                                                READ,
                                                                by,
                                                                new UploadRecordReader()
                                                                        .read("{}")))
                                                .orElseThrow()
                                                .witness()))
                .containsExactly(Witness.SCRAPER_API, Witness.SCRAPER_DATABASE, Witness.RECORD);
    }

    @Test
    void thousandsOfLongReasonsAreCutShort() {
        String errors =
                String.join(
                        ",",
                        IntStream.range(0, 5_000)
                                .mapToObj(i -> '"' + "x".repeat(1_000) + '"')
                                .toList());
        Testimony said =
                RecordTestimony.of(
                                Witness.RECORD,
                                new UploadRecordReader()
                                        .read(
                                                "{\"status\": \"partial\", \"errors\": ["
                                                        + errors
                                                        + "]}"),
                                READ)
                        .orElseThrow();

        assertThat(((Finding.Recorded) said.finding()).reasons())
                .hasSize(RecordTestimony.MOST_REASONS)
                .allMatch(reason -> reason.length() == RecordTestimony.LONGEST_REASON + 1);
    }
}
