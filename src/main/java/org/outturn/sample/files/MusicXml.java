package org.outturn.sample.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.outturn.sample.files.DrumPattern.Drum;

/**
 * Writes a drum part as a MusicXML 4.0 score: one staff with a percussion clef, hands in the first
 * voice and feet in the second.
 */
public final class MusicXml {
    private final StringBuilder xml = new StringBuilder();

    private MusicXml() {}

    public static byte[] of(DrumPattern pattern) {
        var score = new MusicXml();
        score.head(pattern);
        for (int bar = 0; bar < pattern.bars(); bar++) {
            score.bar(pattern, bar);
        }
        score.xml.append("  </part>\n</score-partwise>\n");
        return score.xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void head(DrumPattern pattern) {
        xml.append(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <score-partwise version="4.0">
                  <work><work-title>%s</work-title></work>
                  <part-list>
                    <score-part id="P1">
                      <part-name>Drums</part-name>
                """
                        .formatted(pattern.name()));
        for (Drum drum : Drum.values()) {
            xml.append(
                    "      <score-instrument id=\"%s\"><instrument-name>%s</instrument-name></score-instrument>\n"
                            .formatted(id(drum), drum.label()));
        }
        for (Drum drum : Drum.values()) {
            xml.append(
                    "      <midi-instrument id=\"%s\"><midi-channel>10</midi-channel><midi-unpitched>%d</midi-unpitched></midi-instrument>\n"
                            .formatted(id(drum), drum.note() + 1));
        }
        xml.append("    </score-part>\n  </part-list>\n  <part id=\"P1\">\n");
    }

    private void bar(DrumPattern pattern, int bar) {
        xml.append("    <measure number=\"%d\">\n".formatted(bar + 1));
        if (bar == 0) {
            xml.append(
                    """
                          <attributes>
                            <divisions>2</divisions>
                            <key><fifths>0</fifths></key>
                            <time><beats>4</beats><beat-type>4</beat-type></time>
                            <clef><sign>percussion</sign></clef>
                          </attributes>
                          <direction placement="above">
                            <direction-type><metronome><beat-unit>quarter</beat-unit><per-minute>%1$d</per-minute></metronome></direction-type>
                            <sound tempo="%1$d"/>
                          </direction>
                    """
                            .formatted(pattern.tempo()));
        }
        voice(pattern, bar, false);
        xml.append("      <backup><duration>8</duration></backup>\n");
        voice(pattern, bar, true);
        xml.append("    </measure>\n");
    }

    private void voice(DrumPattern pattern, int bar, boolean feet) {
        for (int step = 0; step < DrumPattern.STEPS; step++) {
            List<Drum> struck = pattern.struck(bar, step, feet);
            if (struck.isEmpty()) {
                note("<rest/>", "", feet, "");
            }
            for (Drum drum : struck) {
                String chord = drum == struck.getFirst() ? "" : "<chord/>";
                String where =
                        "<unpitched><display-step>%c</display-step><display-octave>%d</display-octave></unpitched>"
                                .formatted(drum.step(), drum.octave());
                String head = drum.cross() ? "<notehead>x</notehead>" : "";
                note(chord + where, "<instrument id=\"" + id(drum) + "\"/>", feet, head);
            }
        }
    }

    /** One note; its elements in the order that the schema wants. */
    private void note(String what, String instrument, boolean feet, String head) {
        String stem = what.endsWith("<rest/>") ? "" : "<stem>" + (feet ? "down" : "up") + "</stem>";
        xml.append("      <note>")
                .append(what)
                .append("<duration>1</duration>")
                .append(instrument)
                .append("<voice>")
                .append(feet ? 2 : 1)
                .append("</voice><type>eighth</type>")
                .append(stem)
                .append(head)
                .append("</note>\n");
    }

    private static String id(Drum drum) {
        return "P1-I" + drum.note();
    }
}
