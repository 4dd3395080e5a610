package org.outturn.sample.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import javax.sound.sampled.AudioSystem;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.outturn.sample.content.Article;
import org.outturn.sample.content.ArticlePdf;
import org.outturn.sample.content.Grooves;
import org.outturn.sample.content.Library;
import org.outturn.sample.content.PageScan;
import org.outturn.sample.content.Product;
import org.outturn.sample.content.ProductSheet;
import org.outturn.sample.content.Receipt;
import org.outturn.sample.content.ScorePdf;
import org.outturn.sample.content.ShopPage;

class SampleFilesTest {
    private static final Article ARTICLE = Library.articles(1).getFirst();

    @ParameterizedTest
    @EnumSource
    void anArticleIsPdfOfSeveralPagesWithItsTextAndFigure(ArticlePdf.Marks marks)
            throws IOException {
        Picture figure = Picture.ofJpeg(Resources.bytes(ARTICLE.figure()), 480, 300);
        try (PDDocument pdf = Loader.loadPDF(ArticlePdf.of(ARTICLE, figure, marks))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Heat pump trial, east building", "Seasonal performance")
                    .contains("What to do next");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(ARTICLE.title());
            var names = pdf.getPage(0).getResources().getXObjectNames();
            var picture = pdf.getPage(0).getResources().getXObject(names.iterator().next());
            assertThat(picture)
                    .isInstanceOfSatisfying(
                            org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject.class,
                            image -> assertThat(image.getWidth()).isEqualTo(480));
        }
    }

    @Test
    void aScanInPdfIsThePictureItWasMadeOf() throws IOException {
        Canvas scan = PageScan.of(ARTICLE, new StrokeFont());
        var pdf = new Pdf("scan");
        pdf.page().picture(Picture.of(scan), 0, 0, PdfPage.WIDTH, PdfPage.HEIGHT);
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            var resources = document.getPage(0).getResources();
            var name = resources.getXObjectNames().iterator().next();
            var image =
                    (org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject)
                            resources.getXObject(name);
            var fromPng = ImageIO.read(new ByteArrayInputStream(Png.of(scan)));
            for (int i = 0; i < 500; i++) {
                int x = i * 37 % scan.width();
                int y = i * 53 % scan.height();
                assertThat(image.getImage().getRGB(x, y)).isEqualTo(fromPng.getRGB(x, y));
            }
        }
    }

    @Test
    void sheetsAndScoresArePdfToo() throws IOException {
        Product product = Product.catalogue().getFirst();
        try (PDDocument safety = Loader.loadPDF(ProductSheet.safety(product));
                PDDocument use = Loader.loadPDF(ProductSheet.use(product));
                PDDocument score = Loader.loadPDF(ScorePdf.of(Grooves.all().getFirst()))) {
            assertThat(safety.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(safety)).contains(product.name(), "Hazards");
            assertThat(new PDFTextStripper().getText(use)).contains(product.name(), "Dilution");
            assertThat(new PDFTextStripper().getText(score)).contains("quarter = 112");
        }
    }

    @Test
    void drawnPicturesArePngWithInkOnPaper() throws IOException {
        var font = new StrokeFont();
        assertDrawn(Receipt.of(7, new SplittableRandom(7)).picture(font));
        assertDrawn(PageScan.of(ARTICLE, font));
        assertDrawn(ShopPage.of(Product.catalogue().getFirst(), font));
    }

    private static void assertDrawn(Canvas canvas) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(Png.of(canvas)));
        assertThat(image.getWidth()).isEqualTo(canvas.width());
        assertThat(image.getHeight()).isEqualTo(canvas.height());
        int dark = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dark += (image.getRGB(x, y) & 0xFF) < 0x60 ? 1 : 0;
            }
        }
        assertThat(dark).isBetween(canvas.width(), canvas.width() * canvas.height() / 2);
    }

    @Test
    void figuresAreJpegOfTheSizeThatPdfsClaim() throws IOException {
        for (Article article : Library.articles(1)) {
            byte[] file = Resources.bytes(article.figure());
            assertThat(file).startsWith(0xFF, 0xD8, 0xFF);
            var image = ImageIO.read(new ByteArrayInputStream(file));
            assertThat(image.getWidth()).isEqualTo(480);
            assertThat(image.getHeight()).isEqualTo(300);
        }
    }

    @Test
    void midiPlaysEveryStrokeOfThePart() throws Exception {
        for (DrumPattern pattern : Grooves.all()) {
            Sequence sequence = MidiSystem.getSequence(new ByteArrayInputStream(Midi.of(pattern)));
            double seconds = pattern.bars() * DrumPattern.STEPS * pattern.secondsPerStep();
            assertThat(sequence.getMicrosecondLength() / 1e6)
                    .isCloseTo(seconds, org.assertj.core.data.Offset.offset(0.01));
            assertThat(strokes(sequence.getTracks()[0])).isEqualTo(strokes(pattern));
        }
    }

    private static int strokes(Track track) {
        int strokes = 0;
        for (int i = 0; i < track.size(); i++) {
            boolean struck =
                    track.get(i).getMessage() instanceof ShortMessage message
                            && message.getCommand() == ShortMessage.NOTE_ON
                            && message.getChannel() == 9;
            strokes += struck ? 1 : 0;
        }
        return strokes;
    }

    static int strokes(DrumPattern pattern) {
        return (int)
                pattern.voices().stream()
                        .flatMap(voice -> voice.bars().stream())
                        .flatMapToInt(String::chars)
                        .filter(c -> c != '.')
                        .count();
    }

    @Test
    void wavIsSoundOfThePartsLength() throws Exception {
        DrumPattern pattern = Grooves.all().getFirst();
        try (var sound =
                AudioSystem.getAudioInputStream(new ByteArrayInputStream(Wav.of(pattern)))) {
            double seconds = sound.getFrameLength() / sound.getFormat().getFrameRate();
            assertThat(seconds).isCloseTo(8.57, org.assertj.core.data.Offset.offset(0.01));
            byte[] samples = sound.readAllBytes();
            int loudest = 0;
            for (int i = 1; i < samples.length; i += 2) {
                loudest = Math.max(loudest, Math.abs(samples[i]));
            }
            assertThat(loudest).isGreaterThan(64);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "groove.mp3, 0, 494433",
        "groove.m4a, 4, 66747970",
        "lesson.mp4, 4, 66747970",
        "slides.mp4, 4, 66747970",
        "orbit.webm, 0, 1a45dfa3",
        "orbit.mkv, 0, 1a45dfa3"
    })
    void recordingsBeginAsTheirKindDoes(String name, int offset, String magic) {
        byte[] file = Resources.bytes("media/" + name);
        String start = java.util.HexFormat.of().formatHex(file, offset, offset + 4);
        assertThat(start).startsWith(magic);
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (name.endsWith(".mp4")) {
            assertThat(text).contains("moov", "mdat", "avc1");
            assertThat(text.indexOf("moov")).isLessThan(text.indexOf("mdat"));
        }
    }

    @Test
    void zipHoldsTheFilesAndIsTheSameEachTime() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a b.md", "# A".getBytes(StandardCharsets.UTF_8));
        files.put("images/x.jpg", new byte[300]);
        byte[] zip = Zip.of(files);
        assertThat(Zip.of(files)).isEqualTo(zip);
        var found = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                found.put(entry.getName(), in.readAllBytes());
            }
        }
        assertThat(found.keySet()).containsExactlyElementsOf(files.keySet());
        assertThat(found.get("a b.md")).isEqualTo(files.get("a b.md"));
    }

    @Test
    void jsonIsReadBackAsItWasMeant() {
        Object value =
                Json.object(
                        "text",
                        "a \"b\" \\ c\n\u0001 é",
                        "list",
                        java.util.List.of(1, 2.5, true),
                        "none",
                        null);
        var mapper = new tools.jackson.databind.ObjectMapper();
        for (String json :
                java.util.List.of(
                        new String(Json.pretty(value), StandardCharsets.UTF_8), Json.line(value))) {
            var read = mapper.readTree(json);
            assertThat(read.get("text").asString()).isEqualTo("a \"b\" \\ c\n\u0001 é");
            assertThat(read.get("list").get(1).doubleValue()).isEqualTo(2.5);
            assertThat(read.get("none").isNull()).isTrue();
        }
        assertThat(Json.line(value)).doesNotContain("\n");
    }
}
