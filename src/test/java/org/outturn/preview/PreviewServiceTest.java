package org.outturn.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.preview.Preview.Reason;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;

class PreviewServiceTest {
    private static final int TEXT_LIMIT = PreviewLimits.DEFAULTS.textBytes();

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void markdownGoesByName() {
        assertThat(BytesStore.preview("1751160010_receipt_7.png.md", utf8("# Till\n")))
                .isEqualTo(new Preview.Markdown("# Till\n", false));
    }

    @Test
    void textGoesByContentWhereTheNameSaysNothing() {
        assertThat(BytesStore.preview("20251114_011839_musicxml", utf8("<?xml version=\"1.0\"?>")))
                .isEqualTo(
                        new Preview.Text("<?xml version=\"1.0\"?>", false, StandardCharsets.UTF_8));
    }

    @Test
    void jsonIsFoundWithoutItsName() {
        assertThat(BytesStore.preview("export", utf8("{\"a\":[1,{}]}")))
                .isEqualTo(new Preview.Json("{\n  \"a\": [\n    1,\n    {}\n  ]\n}", false, true));
        assertThat(BytesStore.preview("note", utf8("[draft] not JSON")))
                .isInstanceOf(Preview.Text.class);
    }

    @Test
    void invalidJsonIsShownAsItIs() {
        for (String bad : new String[] {"{\"a\": nope}", "{} {}", "  ", "[1,]", "{\"a\":1"}) {
            assertThat(BytesStore.preview("a.json", utf8(bad)))
                    .isEqualTo(new Preview.Json(bad, false, false));
        }
    }

    @Test
    void jsonLinesStayLines() {
        assertThat(BytesStore.preview("a.records.jsonl", utf8("{\"a\":1}\n{\"a\":2}\n")))
                .isEqualTo(
                        new Preview.Text("{\"a\":1}\n{\"a\":2}\n", false, StandardCharsets.UTF_8));
    }

    @Test
    void longTextIsCutBetweenCharactersAndSaysSo() {
        byte[] bytes = utf8("ä".repeat(TEXT_LIMIT));
        byte[] odd = new byte[bytes.length + 1];
        odd[0] = 'a';
        System.arraycopy(bytes, 0, odd, 1, bytes.length);
        assertThat(BytesStore.preview("a.txt", odd))
                .isInstanceOfSatisfying(
                        Preview.Text.class,
                        text -> {
                            assertThat(text.truncated()).isTrue();
                            assertThat(text.charset()).isEqualTo(StandardCharsets.UTF_8);
                            assertThat(text.text()).isEqualTo("a" + "ä".repeat(TEXT_LIMIT / 2 - 1));
                        });
    }

    @Test
    void otherCharsetsAreRead() {
        byte[] bigEndian = "\uFEFFGrüße 😀".getBytes(StandardCharsets.UTF_16BE);
        assertThat(BytesStore.preview("export", bigEndian))
                .isEqualTo(new Preview.Text("Grüße 😀", false, StandardCharsets.UTF_16BE));
        byte[] littleEndian = "\uFEFF{\"a\":1}".getBytes(StandardCharsets.UTF_16LE);
        assertThat(BytesStore.preview("a.json", littleEndian))
                .isEqualTo(new Preview.Json("{\n  \"a\": 1\n}", false, true));
        Charset western = Charset.forName("windows-1252");
        byte[] old = "Größe;5 €".getBytes(western);
        assertThat(BytesStore.preview("table.csv", old))
                .isEqualTo(new Preview.Text("Größe;5 €", false, western));
        assertThat(BytesStore.preview("table", old)).isInstanceOf(Preview.Unavailable.class);
        assertThat(BytesStore.preview("a.md", utf8("\uFEFF# A")))
                .isEqualTo(new Preview.Markdown("# A", false));
    }

    @Test
    void gzipIsTakenOffText() throws IOException {
        byte[] packed = gzip(utf8("{\"total\":2}"));
        var headers = Map.of("content-encoding", "gzip");
        var details = BytesStore.details("all_products.json", packed.length, headers);
        assertThat(
                        new PreviewService(new BytesStore(packed))
                                .preview(details, Cancellation.never()))
                .isEqualTo(new Preview.Json("{\n  \"total\": 2\n}", false, true));
        assertThat(BytesStore.preview("all_products.json.gz", packed))
                .isEqualTo(new Preview.Json("{\n  \"total\": 2\n}", false, true));
        assertThat(BytesStore.preview("backup", packed))
                .isEqualTo(new Preview.Unavailable(Reason.NOT_SHOWN, FileKind.GZIP, packed.length));
    }

    @Test
    void whatUnpacksToVeryMuchIsCut() throws IOException {
        byte[] bomb = gzip(new byte[64 << 20], (byte) 'a');
        assertThat(bomb.length).isLessThan(TEXT_LIMIT);
        assertThat(BytesStore.preview("a.txt.gz", bomb))
                .isInstanceOfSatisfying(
                        Preview.Text.class,
                        text -> {
                            assertThat(text.text()).hasSize(TEXT_LIMIT);
                            assertThat(text.truncated()).isTrue();
                        });
        assertThat(BytesStore.preview("a.txt.gz", Arrays.copyOf(bomb, 5)))
                .isEqualTo(new Preview.Unavailable(Reason.DAMAGED, FileKind.GZIP, 5));
    }

    @Test
    void nothingInItIsEmpty() {
        assertThat(BytesStore.preview("a.json", new byte[0])).isEqualTo(new Preview.Empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PDF 255044462d312e340a",
                "ZIP 504b030414000000",
                "MIDI 4d54686400000006",
                "MP3 494433040000",
                "MP3 fffb9064",
                "WAV 524946460000000057415645666d74",
                "MP4 0000001c6674797069736f6d",
                "M4A 0000001c667479704d344120",
                "WEBM 1a45dfa39f4286810142f7810142f2810442f381084282847765626d",
                "MATROSKA 1a45dfa3a34286810142f7810142f2810442f38108428288",
                "WEBP 524946460000000057454250",
                "TIFF 49492a0008000000",
                "HEIC 000000186674797068656963",
                "GZIP 1f8b0800000000",
                "OGG 4f67675300020000",
                "FLAC 664c614300000022",
                "SQLITE 53514c69746520666f726d6174203300"
            })
    void whatIsNotShownIsNamed(String kindAndBytes) {
        String[] both = kindAndBytes.split(" ");
        byte[] bytes = java.util.HexFormat.of().parseHex(both[1]);
        assertThat(BytesStore.preview("20251114_011839_x", bytes))
                .isEqualTo(
                        new Preview.Unavailable(
                                Reason.NOT_SHOWN, FileKind.valueOf(both[0]), bytes.length));
    }

    @Test
    void lettersThatFormatsBeginWithMayBeginTextToo() {
        for (String text : new String[] {"BM is a format", "ID3 tags", "MThd", "GIF89a, 1989"}) {
            assertThat(BytesStore.preview("note.txt", utf8(text))).isInstanceOf(Preview.Text.class);
        }
    }

    @Test
    void anOfficeFileIsMoreThanZip() {
        byte[] zip = java.util.HexFormat.of().parseHex("504b030414000000");
        assertThat(BytesStore.preview("report.docx", zip))
                .isEqualTo(new Preview.Unavailable(Reason.NOT_SHOWN, FileKind.WORD, zip.length));
    }

    @Test
    void binaryThatClaimsToBePictureIsDamaged() {
        byte[] bytes = {0, 1, 2, 3, (byte) 0xFE, (byte) 0xFF, 0};
        assertThat(BytesStore.preview("a.png", bytes))
                .isEqualTo(new Preview.Unavailable(Reason.DAMAGED, FileKind.PNG, 7));
        assertThat(BytesStore.preview("a.png", utf8("<Error>AccessDenied</Error>")))
                .isInstanceOf(Preview.Text.class);
    }

    @Test
    void archivedObjectsAreSaidToBe() {
        var technical = new Technical(403, "InvalidObjectState", "", "");
        var archive = failing(new Failure.Archived(new Attempt("GetObject", "x"), technical));
        assertThat(archive.preview(BytesStore.details("a.pdf", 9, Map.of()), Cancellation.never()))
                .isEqualTo(new Preview.Unavailable(Reason.ARCHIVED, FileKind.PDF, 9));
    }

    @Test
    void otherFailuresReachTheCaller() {
        var technical = new Technical(404, "NoSuchKey", "", "");
        var gone = failing(new Failure.NotFound(new Attempt("GetObject", "x"), technical));
        var details = BytesStore.details("a.pdf", 9, Map.of());
        assertThatThrownBy(() -> gone.preview(details, Cancellation.never()))
                .isInstanceOf(FailureException.class);
    }

    @Test
    void cancelledIsCancelled() {
        var cancellation = new Cancellation();
        cancellation.cancel();
        var service = new PreviewService(new BytesStore(utf8("text")));
        var details = BytesStore.details("a.txt", 4, Map.of());
        assertThatThrownBy(() -> service.preview(details, cancellation))
                .isInstanceOf(CancellationException.class);
    }

    private static PreviewService failing(Failure failure) {
        return new PreviewService(
                new BytesStore(new byte[0]) {
                    @Override
                    public byte[] read(
                            ObjectAddress address,
                            long offset,
                            int length,
                            Cancellation cancellation) {
                        throw new FailureException(failure);
                    }
                });
    }

    private static byte[] gzip(byte[] bytes, byte filler) throws IOException {
        Arrays.fill(bytes, filler);
        return gzip(bytes);
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
