package org.outturn.pipeline.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.pipeline.OutputKind;

/** The keys that the producers document, and those that they were seen to write. */
class RecogniserTest {
    private static final Recogniser RECOGNISER = Layouts.SHIPPED.recogniser();
    private static final String UUID = "0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395";
    private static final String JOB = "20251114_011839_" + UUID;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // MonkeyOCR
                "monkeyocr/parsed/1751160010_my_report.zip | PARSED_DOCUMENTS | monkeyocr/parsed/",
                "monkeyocr/parsed/1751160010_my report/tmpab12cd34.md | PARSED_DOCUMENTS | monkeyocr/parsed/",
                "monkeyocr/parsed/1751160010_my report/images/0a1b.jpg | PARSED_DOCUMENTS | monkeyocr/parsed/",
                "parsed/1751160010_a.zip | PARSED_DOCUMENTS | parsed/",
                "monkeyocr//parsed/1751160010_a.zip | PARSED_DOCUMENTS | monkeyocr//parsed/",
                "/parsed/1751160010_a.zip | PARSED_DOCUMENTS | /parsed/",
                "monkeyocr/ocr/text/1751160010_receipt_7.png.md | OCR_TEXT | monkeyocr/ocr/text/",
                "monkeyocr/ocr/formula/1751160010_x.jpg.md | OCR_FORMULA | monkeyocr/ocr/formula/",
                "monkeyocr/ocr/table/1751160010_x y.pdf.md | OCR_TABLE | monkeyocr/ocr/table/",
                "ocr/text/anything | OCR_TEXT | ocr/text/",
                // scraper: in any prefix, and in none
                "scraper-outputs/#JOB#/all_products.json | JOBS | scraper-outputs/",
                "agar/#JOB#/pdfs/SDS/Floor Star_SDS.pdf | JOBS | agar/",
                "agar/#JOB#/ | JOBS | agar/",
                "#JOB#/results.json | JOBS | ``",
                "uploads/#JOB#/categories.json | JOBS | uploads/",
                // PDF processing
                "raw/#UUID#.pdf | REQUESTS | ``",
                "documents/#UUID#.pdf | REQUESTS | ``",
                "documents/request-17 | REQUESTS | documents/",
                "parsed/#UUID#/docling.json | REQUESTS | ``",
                "parsed/#UUID#/markdown.md | REQUESTS | ``",
                "results/#UUID#.json | REQUESTS | ``",
                "results/#UUID#.records.jsonl | REQUESTS | ``",
                "eu/raw/#UUID#.pdf | REQUESTS | eu/",
                "eu/results/#UUID#.json | REQUESTS | eu/",
                // drum transcription
                "uploads/user-1/1751160010_9f8e7d6c_song.mp3 | UPLOADS | uploads/",
                "drums/uploads/user-1/20251114_011839_9f8e7d6c_song.mp3 | UPLOADS | drums/uploads/",
                "processed/user-1/job-9/transcription.json | PROCESSED | processed/",
                "processed/user-1/job-9/output.mid | PROCESSED | processed/",
                "temp/job-9/vocals.wav | TEMPORARY | temp/",
                "audio/#UUID#/20251114_011839_9f8e7d6c_my song.wav | UPLOADS | audio/",
                "audio/20251114_011839_9f8e7d6c_a.mp3 | UPLOADS | audio/",
                "drums/audio/20251114_011839_9f8e7d6c_a.mp3 | UPLOADS | drums/audio/",
                "exports/#UUID#/20251114_011839_musicxml | PROCESSED | exports/",
                "exports/#UUID#/20251114_021839_midi | PROCESSED | exports/",
                "drums/exports/#UUID#/20251114_011839_pdf | PROCESSED | drums/exports/",
                // BookmarkAI
                "temp/videos/2025/11/14/0123456789abcdef_1751160010123.mp4 | VIDEOS | temp/videos/",
                "temp/videos/2025/11/14/other.bin | VIDEOS | temp/videos/",
                "media/2024/02/29/0123456789abcdef_1751160010123.mkv | VIDEOS | media/",
                "uploads/2025-11-14/17/clip.mp4 | VIDEOS | uploads/",
                "temp/videos/readme.txt | TEMPORARY | temp/",
                "temp/videos/2025/02/30/x.mp4 | TEMPORARY | temp/",
                // by hand, at the top of the bucket
                "uploads/holiday.wav | UPLOADS | uploads/",
                "parsed/report.zip | PARSED_DOCUMENTS | parsed/",
                "raw/odd name.PDF | REQUESTS | raw/",
                "temp/file | TEMPORARY | temp/",
            })
    void recognisesWhatTheProducersWrite(String key, OutputKind kind, String place) {
        Recognised found = RECOGNISER.of(filled(key));

        assertThat(found).isNotNull();
        assertThat(found.output().kind()).isEqualTo(kind);
        assertThat(found.place()).isEqualTo(filled(place));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agar/#JOB#", // the folder's name alone is a file
                "agar/20251114_011839_0b9f2c4e-8a51-4d37-9c06-5e1a7d3f739/a.json", // UUID too short
                "agar/20251114_011839_0b9f2c4e-8a51-4d37-9c06-5e1a7d3f739g/a.json", // not
                // hexadecimal
                "agar/20251314_011839_#UUID#/a.json", // month 13
                "agar/20250229_011839_#UUID#/a.json", // no leap year
                "agar/20251114_241839_#UUID#/a.json", // hour 24
                "agar/20251114_016039_#UUID#/a.json", // minute 60
                "agar/20251114-011839_#UUID#/a.json",
                "agar/20251114_011839-#UUID#/a.json",
                "agar/x20251114_011839_#UUID#/a.json",
                "agar/20251114_011839_#UUID#_copy/a.json",
                "agar/٢٠٢٥١١١٤_011839_#UUID#/a.json", // digits of another script
                "monkeyocr/parsed/",
                "monkeyocr/parsed/175116001_a.zip", // nine digits
                "monkeyocr/parsed/17511600100_a.zip", // eleven
                "monkeyocr/parsed/1751160010_.zip",
                "monkeyocr/parsed/1751160010_a.tar",
                "monkeyocr/parsedx/1751160010_a.zip",
                "monkeyocr/ocr/images/1751160010_a.png.md",
                "monkeyocr/ocr/text/1751160010_a.png.txt",
                "monkeyocr/ocr/text/1751160010_a.png.md/x",
                "x/raw/#UUID#.txt",
                "x/exports/#UUID#/20251114_011839_wav",
                "x/audio/20251114_011839_9f8e7d6_a.mp3",
                "x/2025/11/14/0123456789abcdef_1751160010123.avi",
                "x/2025/11/31/0123456789abcdef_1751160010123.mp4",
                "documents/letter.docx",
                "documents/2025/a.pdf",
                "Uploads/a.wav",
                "uploads",
                "uploads/",
                "uploads/user-1/",
                "ocr/text/",
                "ocr/other/a.md",
                "temp/",
                "",
                "/",
                "//",
                "readme.md",
            })
    void takesNothingElseForAnOutput(String key) {
        assertThat(RECOGNISER.of(filled(key))).isNull();
    }

    @Test
    void whatLiesInsideAnOutputBelongsToIt() {
        String nested = "agar/" + JOB + "/parsed/1751160010_a.zip";
        Recognised found = RECOGNISER.of(nested);
        assertThat(found).isNotNull();
        assertThat(found.output().kind()).isEqualTo(OutputKind.JOBS);
        assertThat(found.place()).isEqualTo("agar/");
    }

    @Test
    void aFolderThatIsNamedLikeAZipKeepsItsName() {
        assertThat(RECOGNISER.of("parsed/1751160010_a.zip/x.md").match().value("document"))
                .contains("a.zip");
        assertThat(RECOGNISER.of("parsed/1751160010_a.zip.zip").match().value("document"))
                .contains("a.zip");
    }

    @ParameterizedTest
    @CsvSource({
        "agar/#JOB#/pdfs/SDS/Floor Star_SDS.pdf, Safety data sheet, Floor Star",
        "agar/#JOB#/pdfs/PDS/Floor Star_PDS.pdf, Product data sheet, Floor Star",
        "agar/#JOB#/pdfs/Floor Star_pdfs.json, List of sheets, Floor Star",
        "agar/#JOB#/all_products.json, All products, ''",
        "agar/#JOB#/screenshots/x.png, Screenshot, x",
        "monkeyocr/parsed/1751160010_a.zip, ZIP, ''",
        "monkeyocr/parsed/1751160010_a/tmp1_layout.pdf, Layout PDF, ''",
        "monkeyocr/parsed/1751160010_a/tmp1.md, Markdown, ''",
        "monkeyocr/parsed/1751160010_a/images/0f.jpg, Picture, ''",
        "processed/user-1/job-9/output.mid, MIDI, ''",
        "exports/#UUID#/20251114_011839_musicxml, MusicXML, 20251114_011839",
        "parsed/#UUID#/docling.json, Docling JSON, ''",
    })
    void filesHaveRoles(String key, String role, String by) {
        Recognised found = RECOGNISER.of(filled(key));

        assertThat(found.output().roles().get(found.role()).name()).isEqualTo(role);
        assertThat(found.by()).isEqualTo(by);
    }

    @Test
    void whatIsPutThereByHandCountsButHasNoRole() {
        assertThat(RECOGNISER.of("agar/" + JOB + "/notes/x.txt").role()).isEqualTo(KeyForm.NONE);
        assertThat(RECOGNISER.of("uploads/holiday.wav").output().exact()).isFalse();
    }

    /** A million characters take milliseconds when time is linear, and hours when it is not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "parsed/",
                "1",
                "ocr/text/",
                "temp/videos/2025/",
                "2025/",
                "audio/2025",
                "uploads/a/",
                "exports/#UUID#/",
                "#JOB#"
            })
    void timeIsLinear(String part) {
        String key = "x/" + filled(part).repeat(1_000_000 / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> RECOGNISER.of(key));
    }

    private static String filled(String text) {
        return text.replace("#JOB#", JOB).replace("#UUID#", UUID);
    }
}
