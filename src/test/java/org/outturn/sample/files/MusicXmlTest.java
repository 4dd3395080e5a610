package org.outturn.sample.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.outturn.sample.content.Grooves;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A score's structure, by the rules of the MusicXML 4.0 schema that matter to its readers. */
class MusicXmlTest {
    private static final List<String> NOTE_ORDER =
            List.of(
                    "chord",
                    "unpitched",
                    "rest",
                    "duration",
                    "instrument",
                    "voice",
                    "type",
                    "stem",
                    "notehead");
    private static final int BAR = 8;

    @Test
    void everyBarIsFullInBothVoices() throws Exception {
        for (DrumPattern pattern : Grooves.all()) {
            Document score = parse(pattern);
            List<Element> bars = elements(score.getElementsByTagName("measure"));
            assertThat(bars).hasSize(pattern.bars());
            for (Element bar : bars) {
                assertThat(length(bar, "1")).isEqualTo(BAR);
                assertThat(length(bar, "2")).isEqualTo(BAR);
            }
        }
    }

    @Test
    void itHasEveryStrokeOfThePart() throws Exception {
        for (DrumPattern pattern : Grooves.all()) {
            assertThat(parse(pattern).getElementsByTagName("unpitched").getLength())
                    .isEqualTo(SampleFilesTest.strokes(pattern));
        }
    }

    @Test
    void elementsOfNotesAreInTheOrderOfTheSchema() throws Exception {
        Document score = parse(Grooves.all().getFirst());
        for (Element note : elements(score.getElementsByTagName("note"))) {
            List<Integer> order =
                    elements(note.getChildNodes()).stream()
                            .map(child -> NOTE_ORDER.indexOf(child.getTagName()))
                            .toList();
            assertThat(order).isSorted().doesNotContain(-1);
        }
    }

    @Test
    void everyInstrumentPlayedIsDeclared() throws Exception {
        Document score = parse(Grooves.all().getFirst());
        List<String> declared =
                elements(score.getElementsByTagName("score-instrument")).stream()
                        .map(instrument -> instrument.getAttribute("id"))
                        .toList();
        assertThat(elements(score.getElementsByTagName("instrument")))
                .isNotEmpty()
                .allSatisfy(i -> assertThat(declared).contains(i.getAttribute("id")));
        assertThat(score.getElementsByTagName("sign").item(0).getTextContent())
                .isEqualTo("percussion");
    }

    private static int length(Element bar, String voice) {
        return elements(bar.getElementsByTagName("note")).stream()
                .filter(note -> text(note, "voice").equals(voice))
                .filter(note -> note.getElementsByTagName("chord").getLength() == 0)
                .mapToInt(note -> Integer.parseInt(text(note, "duration")))
                .sum();
    }

    private static String text(Element note, String name) {
        return note.getElementsByTagName(name).item(0).getTextContent();
    }

    private static Document parse(DrumPattern pattern) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(MusicXml.of(pattern)));
    }

    private static List<Element> elements(NodeList nodes) {
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i).getNodeType() == Node.ELEMENT_NODE) {
                elements.add((Element) nodes.item(i));
            }
        }
        return elements;
    }
}
