package org.outturn.sample.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProducersTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private static final List<Output> OUTPUTS = Producers.outputs(7, NOW);
    private static final String UUID =
            "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    /** Every documented and observed form of a key: a regular expression by name. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "monkeyocr-results; monkeyocr/parsed/\\d{10}_[^/ ]+\\.zip",
                "monkeyocr-results; monkeyocr/parsed/\\d{10}_[^/]* [^/]*/tmp[a-z0-9_]{8}\\.md",
                "monkeyocr-results; monkeyocr/parsed/\\d{10}_[^/]+/tmp[a-z0-9_]{8}_content_list\\.json",
                "monkeyocr-results; monkeyocr/parsed/\\d{10}_[^/]+/tmp[a-z0-9_]{8}_middle\\.json",
                "monkeyocr-results; monkeyocr/parsed/\\d{10}_[^/]+/tmp[a-z0-9_]{8}_model\\.pdf",
                "monkeyocr-results; monkeyocr/parsed/\\d{10}_[^/]+/tmp[a-z0-9_]{8}_layout\\.pdf",
                "monkeyocr-results; monkeyocr/parsed/\\d{10}_[^/]+/tmp[a-z0-9_]{8}_spans\\.pdf",
                "monkeyocr-results; monkeyocr/parsed/\\d{10}_[^/]+/images/[0-9a-f]{64}\\.jpg",
                "monkeyocr-results; monkeyocr/ocr/text/\\d{10}_receipt_7\\.png\\.md",
                "monkeyocr-results; monkeyocr/ocr/formula/\\d{10}_[^/]+\\.png\\.md",
                "monkeyocr-results; monkeyocr/ocr/table/\\d{10}_[^/]+\\.jpg\\.md",
                "scraper-outputs; scraper-outputs/\\d{8}_\\d{6}_UUID/all_products\\.json",
                "scraper-outputs; agar/\\d{8}_\\d{6}_UUID/all_products\\.json",
                "scraper-outputs; (agar|scraper-outputs)/\\d{8}_\\d{6}_UUID/categories\\.json",
                "scraper-outputs; (agar|scraper-outputs)/\\d{8}_\\d{6}_UUID/results\\.json",
                "scraper-outputs; (agar|scraper-outputs)/\\d{8}_\\d{6}_UUID/pdfs/SDS/[^/]* [^/]*_SDS\\.pdf",
                "scraper-outputs; (agar|scraper-outputs)/\\d{8}_\\d{6}_UUID/pdfs/PDS/[^/]* [^/]*_PDS\\.pdf",
                "scraper-outputs; (agar|scraper-outputs)/\\d{8}_\\d{6}_UUID/pdfs/[^/]* [^/]*_pdfs\\.json",
                "scraper-outputs; (agar|scraper-outputs)/\\d{8}_\\d{6}_UUID/screenshots/[^/]+\\.png",
                "scraper-outputs; (agar|scraper-outputs)/\\d{8}_\\d{6}_UUID/categories/[a-z-]+.*\\.json",
                "documents; raw/UUID\\.pdf",
                "documents; documents/UUID\\.pdf",
                "documents; documents/UUID",
                "documents; parsed/UUID/docling\\.json",
                "documents; parsed/UUID/markdown\\.md",
                "documents; results/UUID\\.json",
                "documents; results/UUID\\.records\\.jsonl",
                "drum-scores; uploads/user-\\d+/\\d{10}_[0-9a-f]{8}_[^/]+\\.wav",
                "drum-scores; uploads/user-\\d+/\\d{10}_[0-9a-f]{8}_[^/]+\\.mp3",
                "drum-scores; uploads/user-\\d+/\\d{10}_[0-9a-f]{8}_[^/]+\\.m4a",
                "drum-scores; processed/user-\\d+/UUID/transcription\\.json",
                "drum-scores; processed/user-\\d+/UUID/output\\.mid",
                "drum-scores; temp/UUID/[^/]+",
                "drum-scores; audio/UUID/\\d{8}_\\d{6}_[0-9a-f]{8}_[^/]+",
                "drum-scores; audio/\\d{8}_\\d{6}_[0-9a-f]{8}_[^/]+",
                "drum-scores; exports/UUID/\\d{8}_\\d{6}_musicxml",
                "drum-scores; exports/UUID/\\d{8}_\\d{6}_midi",
                "drum-scores; exports/UUID/\\d{8}_\\d{6}_pdf",
                "bookmark-media; temp/videos/\\d{4}/\\d\\d/\\d\\d/[0-9a-f]{16}_\\d{13}\\.mp4",
                "bookmark-media; temp/videos/\\d{4}/\\d\\d/\\d\\d/[0-9a-f]{16}_\\d{13}\\.webm",
                "bookmark-media; temp/videos/\\d{4}/\\d\\d/\\d\\d/[0-9a-f]{16}_\\d{13}\\.mkv",
                "bookmark-media; uploads/\\d{4}-\\d\\d-\\d\\d/[0-9a-f]+/[^/]+"
            })
    void everyFormOfKeyOccurs(String bucket, String form) {
        Pattern pattern = Pattern.compile(form.replace("UUID", UUID));
        assertThat(keys(bucket)).anyMatch(key -> pattern.matcher(key).matches());
    }

    @Test
    void thereAreAboutThousandOfModestSize() {
        assertThat(OUTPUTS).hasSizeBetween(900, 1300);
        long bytes = OUTPUTS.stream().mapToLong(output -> output.bytes().length).sum();
        assertThat(bytes).isBetween(5_000_000L, 60_000_000L);
        assertThat(OUTPUTS.stream().map(Output::bucket).distinct())
                .containsExactlyInAnyOrderElementsOf(Producers.buckets());
    }

    @Test
    void noKeyIsInvalidOrTwiceThere() {
        assertThat(OUTPUTS.stream().map(o -> o.bucket() + " " + o.key())).doesNotHaveDuplicates();
        assertThat(OUTPUTS)
                .allSatisfy(output -> {
                    byte[] key = output.key().getBytes(StandardCharsets.UTF_8);
                    assertThat(key.length).isBetween(1, 1024);
                    assertThat(output.key()).doesNotContain("//").doesNotContain("\n");
                    assertThat(output.key().chars()).noneMatch(Character::isISOControl);
                });
    }

    @Test
    void metadataFitsIntoHeadersAndTagsAreWithinBounds() {
        assertThat(OUTPUTS)
                .allSatisfy(output -> {
                    assertThat(output.metadata().values())
                            .allMatch(StandardCharsets.US_ASCII.newEncoder()::canEncode);
                    assertThat(output.tags()).hasSizeLessThanOrEqualTo(10);
                });
        assertThat(OUTPUTS.stream().map(Output::tags))
                .anyMatch(tags -> tags.keySet().containsAll(List.of("client", "type", "date")));
    }

    @Test
    void allIsOfTheLastWeeksButWhatIsArchived() {
        assertThat(OUTPUTS)
                .filteredOn(o -> !isArchived(o))
                .allSatisfy(output ->
                        assertThat(output.modified())
                                .isBetween(NOW.minus(Duration.ofDays(46)), NOW));
        assertThat(OUTPUTS)
                .filteredOn(o -> o.modified().isAfter(NOW.minus(Duration.ofDays(1))))
                .hasSizeGreaterThan(30);
    }

    @Test
    void whatIsArchivedIsOlderThanNinetyDaysAndOfTheScraper() {
        assertThat(OUTPUTS)
                .filteredOn(ProducersTest::isArchived)
                .hasSizeBetween(20, 100)
                .allSatisfy(output -> {
                    assertThat(output.bucket()).isEqualTo("scraper-outputs");
                    assertThat(output.modified())
                            .isBetween(
                                    NOW.minus(Duration.ofDays(120)),
                                    NOW.minus(Duration.ofDays(91)));
                });
    }

    private static boolean isArchived(Output output) {
        return "GLACIER".equals(output.headers().get("x-amz-storage-class"));
    }

    @Test
    void timesInKeysAreTimesOfTheObjects() {
        Pattern epoch = Pattern.compile("monkeyocr/ocr/\\w+/(\\d+)_.*");
        assertThat(OUTPUTS.stream().map(o -> epoch.matcher(o.key())).filter(m -> m.matches()))
                .hasSizeGreaterThan(100);
        for (Output output : OUTPUTS) {
            var matcher = epoch.matcher(output.key());
            if (matcher.matches()) {
                assertThat(Long.parseLong(matcher.group(1)))
                        .isEqualTo(output.modified().getEpochSecond());
                assertThat(output.metadata()).containsEntry("timestamp", matcher.group(1));
            }
        }
    }

    @Test
    void theSameSeedAndTimeGiveTheSame() {
        List<Output> again = Producers.outputs(7, NOW);
        assertThat(again).hasSameSizeAs(OUTPUTS);
        for (int i = 0; i < OUTPUTS.size(); i++) {
            Output one = OUTPUTS.get(i);
            Output other = again.get(i);
            // byte by byte as objects would take a minute
            assertThat(other).usingRecursiveComparison().ignoringFields("bytes").isEqualTo(one);
            assertThat(Arrays.equals(other.bytes(), one.bytes())).as(one.key()).isTrue();
        }
        assertThat(Producers.outputs(8, NOW).getFirst().key())
                .isNotEqualTo(OUTPUTS.getFirst().key());
    }

    @Test
    void someJobsAreWholeSomePartialSomeFailed() {
        Map<String, List<String>> jobs =
                keys("scraper-outputs").stream()
                        .collect(
                                java.util.stream.Collectors.groupingBy(key ->
                                        key.substring(
                                                0,
                                                key.indexOf(
                                                        '/', key.indexOf('_', key.indexOf('/'))))));
        long failed = jobs.values().stream().filter(files -> files.size() == 2).count();
        long partial =
                jobs.values().stream()
                        .filter(files -> count(files, "_PDS.pdf") != count(files, "_SDS.pdf"))
                        .count();
        assertThat(failed).isEqualTo(3);
        assertThat(partial).isEqualTo(3);
        assertThat(jobs).hasSize(18);
        assertThat(keys("documents").stream().filter(key -> key.startsWith("raw/")))
                .anyMatch(raw ->
                        keys("documents").stream()
                                .noneMatch(made ->
                                        made.contains(raw.substring(4, 40)) && !made.equals(raw)));
    }

    @Test
    void zipsHoldWhatMonkeyOcrPacks() throws IOException {
        for (Output zip : OUTPUTS) {
            if (zip.key().endsWith(".zip") && zip.bytes().length > 0) {
                String original = zip.metadata().get("original_filename");
                String document = original.substring(0, original.length() - 4);
                List<String> names = entries(zip.bytes());
                assertThat(names)
                        .contains(document + ".md", document + "_content_list.json")
                        .contains(document + "_middle.json", document + "_model.pdf")
                        .contains(document + "_layout.pdf", document + "_spans.pdf")
                        .anyMatch(name ->
                                name.matches(
                                        "images/"
                                                + Pattern.quote(document)
                                                + "_[0-9a-f]{64}\\.jpg"));
                assertThat(zip.contentType()).isEqualTo("binary/octet-stream");
            }
        }
    }

    private static List<String> entries(byte[] zip) throws IOException {
        var names = new ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    void resultsTooLargeForMessagesAreTooLarge() {
        assertThat(OUTPUTS)
                .filteredOn(o -> o.key().matches("results/[^.]+\\.json"))
                .filteredOn(o -> !text(o).contains("\"error\""))
                .isNotEmpty()
                .allSatisfy(o -> assertThat(o.bytes().length).isGreaterThan(900_000));
    }

    /** What each producer's failed outputs look like; statuses of them are reckoned elsewhere. */
    @Test
    void everyProducerHasSomethingThatFailed() {
        assertThat(OUTPUTS)
                .filteredOn(o -> o.bytes().length == 0)
                .extracting(Output::bucket)
                .contains("monkeyocr-results", "drum-scores", "bookmark-media");
        assertThat(OUTPUTS)
                .filteredOn(o -> o.key().startsWith("results/"))
                .anyMatch(o -> text(o).contains("\"error\""));
        assertThat(OUTPUTS)
                .filteredOn(o -> o.key().endsWith("/upload_record.json"))
                .anyMatch(o -> text(o).contains("\"failed\""))
                .anyMatch(o -> text(o).contains("\"partial\""))
                .anyMatch(o -> text(o).contains("\"success\""));
    }

    private static String text(Output output) {
        return new String(output.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void jsonIsJsonAndMarkdownHasHeadingsTablesAndFormulas() {
        var mapper = new tools.jackson.databind.ObjectMapper();
        assertThat(OUTPUTS)
                .filteredOn(o ->
                        o.key().endsWith(".json")
                                && o.headers().get("content-encoding") == null
                                && o.bytes().length > 0)
                .hasSizeGreaterThan(100)
                .allSatisfy(o -> assertThat(mapper.readTree(o.bytes())).isNotEmpty());
        assertThat(OUTPUTS)
                .filteredOn(o -> o.key().endsWith("/markdown.md"))
                .allSatisfy(o ->
                        assertThat(new String(o.bytes(), StandardCharsets.UTF_8))
                                .startsWith("# ")
                                .containsPattern("\n\\|[-|]+\\|\n")
                                .contains("$$", "![]("));
    }

    @Test
    void noTemplateMarkIsLeft() {
        assertThat(OUTPUTS)
                .filteredOn(o -> o.key().endsWith(".md"))
                .allSatisfy(o ->
                        assertThat(new String(o.bytes(), StandardCharsets.UTF_8))
                                .doesNotContainPattern("\\{[^}]*(\\.\\.|\\|)[^}]*}"));
    }

    @Test
    void videosSayInTheirMetadataWhatTheyAre() {
        assertThat(OUTPUTS)
                .filteredOn(o -> o.bucket().equals("bookmark-media"))
                .allSatisfy(o ->
                        assertThat(o.metadata())
                                .containsKeys(
                                        "video-title",
                                        "video-duration",
                                        "video-uploader",
                                        "source-url",
                                        "original-filename",
                                        "upload-timestamp"));
    }

    private static long count(List<String> files, String end) {
        return files.stream().filter(file -> file.endsWith(end)).count();
    }

    private static List<String> keys(String bucket) {
        return OUTPUTS.stream().filter(o -> o.bucket().equals(bucket)).map(Output::key).toList();
    }
}
