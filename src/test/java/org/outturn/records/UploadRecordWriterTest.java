package org.outturn.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.outturn.records.UploadRecord.Result;

class UploadRecordWriterTest {

    @Test
    void writesTheDocumentedForm() {
        var result =
                new Result(
                        Optional.of(true),
                        UploadStatus.PARTIAL,
                        Optional.of(Instant.parse("2025-11-14T01:20:07Z")),
                        List.of(
                                new RecordedUrl("results_json", "s3://b/p/results.json"),
                                new RecordedUrl("pdfs_dir", "s3://b/p/pdfs/")),
                        OptionalLong.of(12),
                        OptionalLong.of(2),
                        List.of("pdfs/a b.pdf: refused"),
                        Optional.empty());

        assertThat(new UploadRecordWriter().write(result))
                .isEqualToIgnoringWhitespace(
                        """
                        {"enabled": true, "status": "partial", "uploadedAt": "2025-11-14T01:20:07Z",
                         "s3Urls": {"results_json": "s3://b/p/results.json",
                                    "pdfs_dir": "s3://b/p/pdfs/"},
                         "bytesUploaded": 12, "filesUploaded": 2,
                         "errors": ["pdfs/a b.pdf: refused"]}
                        """);
    }

    @Property(tries = 500)
    void whatIsWrittenIsReadAsItWas(@ForAll("results") Result result) {
        String text = new UploadRecordWriter().write(result);

        assertThat(new UploadRecordReader().read(text)).isEqualTo(result);
    }

    @Provide
    Arbitrary<Result> results() {
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(40);
        return Combinators.combine(
                        Arbitraries.of(true, false).optional(),
                        Arbitraries.of("success", "partial", "failed", "skipped", "Wartet ü"),
                        Arbitraries.longs().between(0, 4_000_000_000_000L),
                        Combinators.combine(texts, texts)
                                .as(RecordedUrl::new)
                                .list()
                                .ofMaxSize(4)
                                .uniqueElements(RecordedUrl::name),
                        Arbitraries.longs().greaterOrEqual(0),
                        texts.list().ofMaxSize(3),
                        texts.optional())
                .as((enabled, word, millis, urls, count, errors, error) ->
                        new Result(
                                enabled,
                                new UploadStatus(word),
                                Optional.of(Instant.ofEpochMilli(millis)),
                                urls,
                                OptionalLong.of(count),
                                OptionalLong.of(count / 7),
                                errors,
                                error));
    }
}
