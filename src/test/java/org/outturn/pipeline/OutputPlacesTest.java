package org.outturn.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys that the producers document, and those that they were seen to write. */
class OutputPlacesTest {
    private static final String UUID = "0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395";
    private static final String JOB = "20251114_011839_" + UUID;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // MonkeyOCR
                "monkeyocr/parsed/1751160010_my_report.zip | PARSED_DOCUMENTS | monkeyocr/parsed/ | 1751160010_my_report",
                "monkeyocr/parsed/1751160010_my report/tmpab12cd34.md | PARSED_DOCUMENTS | monkeyocr/parsed/ | 1751160010_my_report",
                "monkeyocr/parsed/1751160010_my report/images/0a1b.jpg | PARSED_DOCUMENTS | monkeyocr/parsed/ | 1751160010_my_report",
                "parsed/1751160010_a.zip | PARSED_DOCUMENTS | parsed/ | 1751160010_a",
                "monkeyocr//parsed/1751160010_a.zip | PARSED_DOCUMENTS | monkeyocr//parsed/ | 1751160010_a",
                "/parsed/1751160010_a.zip | PARSED_DOCUMENTS | /parsed/ | 1751160010_a",
                "monkeyocr/ocr/text/1751160010_receipt_7.png.md | OCR_TEXT | monkeyocr/ocr/text/ | 1751160010_receipt_7.png.md",
                "monkeyocr/ocr/formula/1751160010_x.jpg.md | OCR_FORMULA | monkeyocr/ocr/formula/ | 1751160010_x.jpg.md",
                "monkeyocr/ocr/table/1751160010_x y.pdf.md | OCR_TABLE | monkeyocr/ocr/table/ | 1751160010_x y.pdf.md",
                "ocr/text/anything | OCR_TEXT | ocr/text/ | anything",
                // scraper: in any prefix, and in none
                "scraper-outputs/#JOB#/all_products.json | JOBS | scraper-outputs/ | #JOB#",
                "agar/#JOB#/pdfs/SDS/Floor Star_SDS.pdf | JOBS | agar/ | #JOB#",
                "agar/#JOB#/ | JOBS | agar/ | #JOB#",
                "#JOB#/results.json | JOBS | `` | #JOB#",
                "uploads/#JOB#/categories.json | JOBS | uploads/ | #JOB#",
                // PDF processing
                "raw/#UUID#.pdf | RAW | raw/ | #UUID#.pdf",
                "documents/#UUID#.pdf | RAW | documents/ | #UUID#.pdf",
                "documents/request-17 | RAW | documents/ | request-17",
                "parsed/#UUID#/docling.json | PARSED_DOCUMENTS | parsed/ | #UUID#",
                "parsed/#UUID#/markdown.md | PARSED_DOCUMENTS | parsed/ | #UUID#",
                "results/#UUID#.json | RESULTS | results/ | #UUID#",
                "results/#UUID#.records.jsonl | RESULTS | results/ | #UUID#",
                "eu/raw/#UUID#.pdf | RAW | eu/raw/ | #UUID#.pdf",
                "eu/results/#UUID#.json | RESULTS | eu/results/ | #UUID#",
                // drum transcription
                "uploads/user-1/1751160010_9f8e7d6c_song.mp3 | UPLOADS | uploads/ | user-1/1751160010_9f8e7d6c_song.mp3",
                "drums/uploads/user-1/20251114_011839_9f8e7d6c_song.mp3 | UPLOADS | drums/uploads/ | user-1/20251114_011839_9f8e7d6c_song.mp3",
                "processed/user-1/job-9/transcription.json | PROCESSED | processed/ | user-1/job-9",
                "processed/user-1/job-9/output.mid | PROCESSED | processed/ | user-1/job-9",
                "temp/job-9/vocals.wav | TEMPORARY | temp/ | job-9",
                "audio/#UUID#/20251114_011839_9f8e7d6c_my song.wav | AUDIO | audio/ | #UUID#/20251114_011839_9f8e7d6c_my song.wav",
                "audio/20251114_011839_9f8e7d6c_a.mp3 | AUDIO | audio/ | 20251114_011839_9f8e7d6c_a.mp3",
                "drums/audio/20251114_011839_9f8e7d6c_a.mp3 | AUDIO | drums/audio/ | 20251114_011839_9f8e7d6c_a.mp3",
                "exports/#UUID#/20251114_011839_musicxml | EXPORTS | exports/ | #UUID#",
                "exports/#UUID#/20251114_021839_midi | EXPORTS | exports/ | #UUID#",
                "drums/exports/#UUID#/20251114_011839_pdf | EXPORTS | drums/exports/ | #UUID#",
                // BookmarkAI
                "temp/videos/2025/11/14/0123456789abcdef_1751160010123.mp4 | VIDEOS | temp/videos/ | 2025/11/14/0123456789abcdef_1751160010123.mp4",
                "temp/videos/2025/11/14/other.bin | VIDEOS | temp/videos/ | 2025/11/14/other.bin",
                "media/2024/02/29/0123456789abcdef_1751160010123.mkv | VIDEOS | media/ | 2024/02/29/0123456789abcdef_1751160010123.mkv",
                "uploads/2025-11-14/17/clip.mp4 | UPLOADS | uploads/ | 2025-11-14/17/clip.mp4",
                "temp/videos/readme.txt | TEMPORARY | temp/ | videos",
                "temp/videos/2025/02/30/x.mp4 | TEMPORARY | temp/ | videos",
                // by hand, at the top of the bucket
                "uploads/holiday.wav | UPLOADS | uploads/ | holiday.wav",
                "parsed/report.zip | PARSED_DOCUMENTS | parsed/ | report.zip",
                "raw/odd name.PDF | RAW | raw/ | odd name.PDF",
                "temp/file | TEMPORARY | temp/ | file",
            })
    void recognisesWhatTheProducersWrite(
            String key, OutputKind kind, String prefix, String output) {
        assertThat(OutputPlaces.of(filled(key)))
                .contains(new Recognised(new OutputPlace(kind, filled(prefix)), filled(output)));
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
        assertThat(OutputPlaces.of(filled(key))).isEmpty();
    }

    @Test
    void whatLiesInsideAnOutputBelongsToIt() {
        String nested = "agar/" + JOB + "/parsed/1751160010_a.zip";
        assertThat(OutputPlaces.of(nested))
                .contains(new Recognised(new OutputPlace(OutputKind.JOBS, "agar/"), JOB));
    }

    @Test
    void aFolderThatIsNamedLikeAZipKeepsItsName() {
        assertThat(OutputPlaces.of("parsed/1751160010_a.zip/x.md").orElseThrow().output())
                .isEqualTo("1751160010_a.zip");
        assertThat(OutputPlaces.of("parsed/1751160010_a.zip.zip").orElseThrow().output())
                .isEqualTo("1751160010_a.zip");
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
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> OutputPlaces.of(key));
    }

    private static String filled(String text) {
        return text.replace("#JOB#", JOB).replace("#UUID#", UUID);
    }
}
