package org.outturn.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are made by other programs' libraries where there is one here. */
class ContentSnifferTest {
    @TempDir private Path folder;

    @Test
    void knowsPdf() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out);
        }
        assertType(out.toByteArray(), "application/pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void knowsImages(String kind) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB), kind, out);
        assertType(out.toByteArray(), "image/" + kind);
    }

    @Test
    void knowsArchives() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("a"));
        }
        ByteArrayOutputStream empty = new ByteArrayOutputStream();
        new ZipOutputStream(empty).close();
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        new GZIPOutputStream(gzip).close();

        assertType(zip.toByteArray(), "application/zip");
        assertType(empty.toByteArray(), "application/zip");
        assertType(gzip.toByteArray(), "application/gzip");
    }

    @Test
    void knowsMusic() throws Exception {
        ByteArrayOutputStream midi = new ByteArrayOutputStream();
        Sequence sequence = new Sequence(Sequence.PPQ, 96);
        sequence.createTrack();
        MidiSystem.write(sequence, 1, midi);
        ByteArrayOutputStream wav = new ByteArrayOutputStream();
        AudioFormat format = new AudioFormat(44_100, 16, 2, true, false);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(new byte[400]), format, 100),
                AudioFileFormat.Type.WAVE,
                wav);

        assertType(midi.toByteArray(), "audio/midi");
        assertType(wav.toByteArray(), "audio/wav");
    }

    @ParameterizedTest
    @CsvSource({
        // the first bytes as encoders write them
        "4944330400000000,         audio/mpeg",
        "fffb9064,                 audio/mpeg",
        "fff350c4,                 audio/mpeg",
        "0000001c667479704d344120, audio/mp4",
        "0000002066747970697 36f6d, video/mp4",
        "0000001466747970717420 20, video/quicktime"
    })
    void knowsMedia(String hex, String type) {
        assertType(HexFormat.of().parseHex(hex.replace(" ", "")), type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1}                   | application/json",
                "' \n [1]'                    | application/json",
                "<?xml version=\"1.0\"?><a/>  | application/xml",
                "Grüße 📄                     | text/plain; charset=utf-8",
                "# plain                      | text/plain; charset=utf-8"
            })
    void knowsText(String text, String type) {
        assertType(text.getBytes(StandardCharsets.UTF_8), type);
    }

    @Test
    void aCharacterCutInTwoIsStillText() {
        byte[] bytes = "aä".getBytes(StandardCharsets.UTF_8);
        byte[] cut = {bytes[0], bytes[1]};

        assertThat(ContentSniffer.type(cut, false)).contains("text/plain; charset=utf-8");
        assertThat(ContentSniffer.type(cut, true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "fffe6100", "e9", "ff", "ffffffff", "504b0708", "61620063"})
    void saysNothingOfOtherBytes(String hex) {
        assertThat(ContentSniffer.type(HexFormat.of().parseHex(hex), true)).isEmpty();
    }

    @Test
    void theNameComesFirst() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "{}");

        assertThat(ContentTypes.of(file, "a/notes.md")).isEqualTo("text/markdown; charset=utf-8");
        assertThat(ContentTypes.of(file, "a/notes")).isEqualTo("application/json");
        assertThat(ContentTypes.of(file, "a/notes.zzz")).isEqualTo("application/json");
        assertThat(ContentTypes.of(folder.resolve("none"), "a"))
                .isEqualTo("application/octet-stream");
    }

    private static void assertType(byte[] content, String type) {
        assertThat(ContentSniffer.type(content, true)).contains(type);
    }
}
