package org.outturn.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.records.UploadRecord.Configuration;
import org.outturn.records.UploadRecord.None;
import org.outturn.records.UploadRecord.Reason;
import org.outturn.records.UploadRecord.Result;
import org.outturn.records.UploadRecord.Unreadable;

class UploadRecordReaderTest {
    private static final String DOCUMENTED =
            """
            {"enabled": true, "status": "success", "uploadedAt": "2025-11-14T01:20:07.123Z",
             "s3Urls": {"all_products_json": "https://b.s3.ap-southeast-2.amazonaws.com/p/all_products.json",
                        "pdfs_dir": "https://b.s3.ap-southeast-2.amazonaws.com/p/pdfs/"},
             "bytesUploaded": 16777216, "filesUploaded": 320, "errors": []}
            """;

    private final UploadRecordReader reader = new UploadRecordReader();

    @Test
    void nullIsNone() {
        assertThat(reader.read("null")).isEqualTo(new None());
    }

    @Test
    void readsAConfigurationWithItsDefaults() {
        assertThat(reader.read("{\"enabled\": true}"))
                .isEqualTo(
                        new Configuration(
                                Optional.of(true),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                true,
                                false,
                                false));
    }

    @Test
    void readsAWholeConfiguration() {
        assertThat(
                        reader.read(
                                """
                                {"enabled": false, "bucket": "b", "prefix": "agar/",
                                 "includeFiles": ["all_products.json", "results.json"],
                                 "uploadPdfs": false, "uploadScreenshots": true,
                                 "uploadCategories": true, "compress": {"never": ["seen"]}}
                                """))
                .isEqualTo(
                        new Configuration(
                                Optional.of(false),
                                Optional.of("b"),
                                Optional.of("agar/"),
                                Optional.of(List.of("all_products.json", "results.json")),
                                false,
                                true,
                                true));
    }

    @Test
    void readsADocumentedResult() {
        assertThat(reader.read(DOCUMENTED))
                .isEqualTo(
                        new Result(
                                Optional.of(true),
                                UploadStatus.SUCCESS,
                                Optional.of(Instant.parse("2025-11-14T01:20:07.123Z")),
                                List.of(
                                        new RecordedUrl(
                                                "all_products_json",
                                                "https://b.s3.ap-southeast-2.amazonaws.com/p/all_products.json"),
                                        new RecordedUrl(
                                                "pdfs_dir",
                                                "https://b.s3.ap-southeast-2.amazonaws.com/p/pdfs/")),
                                OptionalLong.of(16_777_216),
                                OptionalLong.of(320),
                                List.of(),
                                Optional.empty()));
    }

    /** Without a Z, folders without a slash: what the scraper really writes. */
    @Test
    void readsAnObservedResult() {
        Result result =
                result(
                        """
                        {"enabled": true, "status": "partial", "uploadedAt": "2025-11-14T01:20:07.123456",
                         "s3Urls": {"results_json": null, "pdfs_dir": "s3://b/p/pdfs"},
                         "bytesUploaded": 12, "filesUploaded": 1,
                         "errors": ["Failed to upload a.pdf", {"file": "b.pdf", "code": 403}]}
                        """);

        assertThat(result.uploadedAt()).contains(Instant.parse("2025-11-14T01:20:07.123456Z"));
        assertThat(result.urls()).containsExactly(new RecordedUrl("pdfs_dir", "s3://b/p/pdfs"));
        assertThat(result.urls().getFirst().address()).isEqualTo("s3://b/p/pdfs/");
        assertThat(result.errors())
                .containsExactly("Failed to upload a.pdf", "{\"file\":\"b.pdf\",\"code\":403}");
    }

    @Test
    void readsAResultAfterAnException() {
        Result result =
                result(
                        """
                        {"enabled": true, "status": "failed", "error": "AccessDenied: Put",
                         "uploadedAt": "2025-11-14T01:20:07"}
                        """);

        assertThat(result.problems()).containsExactly("AccessDenied: Put");
        assertThat(result.bytesUploaded()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-14T01:20:07Z,      2025-11-14T01:20:07Z",
        "2025-11-14T01:20:07,       2025-11-14T01:20:07Z",
        "2025-11-14T01:20,          2025-11-14T01:20:00Z",
        "2025-11-14 01:20:07.5,     2025-11-14T01:20:07.5Z",
        "2025-11-14T11:20:07+10:00, 2025-11-14T01:20:07Z",
    })
    void timesAreUtcUnlessTheySayOtherwise(String written, Instant meant) {
        assertThat(result("{\"status\": \"success\", \"uploadedAt\": \"" + written + "\"}"))
                .extracting(r -> r.uploadedAt().orElseThrow())
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "success, SUCCESS",
        "partial, PARTIAL",
        "failed, FAILED",
        "pending, PENDING",
        "uploading, UPLOADING",
        "skipped, SKIPPED",
        "Success, SUCCESS",
        "queued, OTHER",
        "other, OTHER",
    })
    void keepsTheWordOfAStatus(String word, UploadStatus.Kind kind) {
        Result result = result("{\"status\": \"" + word + "\"}");

        assertThat(result.status().word()).isEqualTo(word);
        assertThat(result.status().kind()).isEqualTo(kind);
    }

    @Test
    void urlsAreFoundByTheNameOfTheFile() {
        List<RecordedUrl> urls = result(DOCUMENTED).urls();

        assertThat(urls.stream().filter(u -> u.isFile("all_products.json"))).hasSize(1);
        assertThat(urls.stream().filter(u -> u.isFolder("pdfs"))).hasSize(1);
        assertThat(urls.stream().filter(u -> u.isFolder("all_products"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "nul",
                "{\"status\":\"success\"",
                "{} {}",
                "{\"a\":1,\"a\":2}",
                "<html>",
                "\u0000",
                "{\"status\":\"a\\ud800\",}",
                "NaN"
            })
    void whatIsNoJsonIsSaidToBeNone(String text) {
        assertThat(reader.read(text)).isEqualTo(new Unreadable(Reason.NOT_JSON, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"success\"", "1", "true"})
    void whatIsNoObjectIsNoRecord(String text) {
        assertThat(reader.read(text)).isEqualTo(new Unreadable(Reason.WRONG_VALUE, ""));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "status,        `{\"status\": 1}`",
                "status,        `{\"status\": \"\"}`",
                "status,        `{\"status\": [\"success\"]}`",
                "uploadedAt,    `{\"status\": \"success\", \"uploadedAt\": \"yesterday\"}`",
                "uploadedAt,    `{\"status\": \"success\", \"uploadedAt\": 1763083207}`",
                "uploadedAt,    `{\"status\": \"success\", \"uploadedAt\": \"+999999999-12-31T23:59:59.9-18:00\"}`",
                "s3Urls,        `{\"status\": \"success\", \"s3Urls\": []}`",
                "s3Urls,        `{\"status\": \"success\", \"s3Urls\": {\"a\": {}}}`",
                "bytesUploaded, `{\"status\": \"success\", \"bytesUploaded\": -1}`",
                "bytesUploaded, `{\"status\": \"success\", \"bytesUploaded\": 9223372036854775808}`",
                "bytesUploaded, `{\"status\": \"success\", \"bytesUploaded\": 1e400}`",
                "filesUploaded, `{\"status\": \"success\", \"filesUploaded\": \"3\"}`",
                "filesUploaded, `{\"status\": \"success\", \"filesUploaded\": 1.5}`",
                "errors,        `{\"status\": \"failed\", \"errors\": \"all\"}`",
                "enabled,       `{\"enabled\": \"yes\"}`",
                "bucket,        `{\"bucket\": 7}`",
                "includeFiles,  `{\"includeFiles\": {\"a\": 1}}`",
                "includeFiles,  `{\"includeFiles\": [null]}`",
                "uploadPdfs,    `{\"uploadPdfs\": 1}`",
            })
    void aWrongFieldIsNamed(String field, String text) {
        assertThat(reader.read(text)).isEqualTo(new Unreadable(Reason.WRONG_VALUE, field));
    }

    @Test
    void aResultWithoutAStatusIsNone() {
        assertThat(reader.read("{\"enabled\": true, \"filesUploaded\": 3}"))
                .isEqualTo(new Unreadable(Reason.NO_STATUS, "status"));
    }

    @Test
    void deepLongAndManyAreTooMuch() {
        assertThat(reader.read("[".repeat(100_000)))
                .isEqualTo(new Unreadable(Reason.TOO_LARGE, ""));
        assertThat(reader.read(" ".repeat(BoundedJson.MOST_BYTES) + "{}"))
                .isEqualTo(new Unreadable(Reason.TOO_LARGE, ""));
        assertThat(reader.read("[" + "0,".repeat(700_000) + "0]"))
                .isEqualTo(new Unreadable(Reason.TOO_LARGE, ""));
        assertThat(
                        reader.read(
                                "{\"status\": \"success\", \"bytesUploaded\": "
                                        + "9".repeat(100_000)
                                        + "}"))
                .isEqualTo(new Unreadable(Reason.TOO_LARGE, ""));
        assertThat(
                        reader.read(
                                "{\"status\": \"failed\", \"error\": \""
                                        + "x".repeat(70_000)
                                        + "\"}"))
                .isEqualTo(new Unreadable(Reason.WRONG_VALUE, "error"));
        assertThat(
                        reader.read(
                                "{\"status\": \"failed\", \"errors\": ["
                                        + "\"\",".repeat(60_000)
                                        + "\"\"]}"))
                .isEqualTo(new Unreadable(Reason.WRONG_VALUE, "errors"));
    }

    @Property(tries = 2000)
    void throwsNothingWhateverTheText(@ForAll("pieces") String text) {
        assertThat(new UploadRecordReader().read(text)).isNotNull();
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "null",
                        "true",
                        "-1",
                        "1e9",
                        "\"",
                        "\\u",
                        " ",
                        "\"status\"",
                        "\"errors\"",
                        "\"s3Urls\"",
                        "\"uploadedAt\"",
                        "\"success\"",
                        "\"enabled\"",
                        "\"includeFiles\"",
                        "\ud83d",
                        "\u0000",
                        "9999999999999999999")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private Result result(String text) {
        assertThat(reader.read(text)).isInstanceOf(Result.class);
        return (Result) reader.read(text);
    }
}
