package org.outturn.sample.content;

import org.outturn.sample.files.DrumPattern;
import org.outturn.sample.files.DrumPattern.Drum;
import org.outturn.sample.files.Pdf;
import org.outturn.sample.files.PdfFont;
import org.outturn.sample.files.PdfPage;

/** Engraves a drum part on one page: two bars a line, cymbals with crosses. */
public final class ScorePdf {
    private static final double LEFT = 60;
    private static final double GAP = 7;
    private static final double BAR = 225;
    private static final double FIRST_NOTE = 18;

    private ScorePdf() {}

    public static byte[] of(DrumPattern pattern) {
        var pdf = new Pdf(pattern.name());
        PdfPage page = pdf.page();
        page.text(PdfFont.BOLD, 22, LEFT, 80, pattern.name());
        page.text(PdfFont.REGULAR, 11, LEFT, 104, "Drums, quarter = " + pattern.tempo());
        for (int bar = 0; bar < pattern.bars(); bar++) {
            bar(page, pattern, bar, LEFT + 20 + bar % 2 * BAR, 160 + bar / 2 * 110);
        }
        return pdf.bytes();
    }

    private static void bar(PdfPage page, DrumPattern pattern, int bar, double x, double top) {
        for (int line = 0; line < 5; line++) {
            page.line(x, top + line * GAP, x + BAR, top + line * GAP, 0.5);
        }
        page.line(x + BAR, top, x + BAR, top + 4 * GAP, 0.8);
        if (bar % 2 == 0) {
            page.block(x - 14, top + GAP, 2.5, 2 * GAP);
            page.block(x - 9, top + GAP, 2.5, 2 * GAP);
            page.text(PdfFont.REGULAR, 7, x, top - 22, String.valueOf(bar + 1));
        }
        for (int step = 0; step < DrumPattern.STEPS; step++) {
            double at = x + FIRST_NOTE + step * (BAR - FIRST_NOTE) / DrumPattern.STEPS;
            for (Drum drum : Drum.values()) {
                if (pattern.velocity(drum, bar, step) > 0) {
                    note(page, drum, at, top);
                }
            }
        }
    }

    private static void note(PdfPage page, Drum drum, double x, double top) {
        double y =
                top
                        + GAP
                                * switch (drum) {
                                    case CRASH -> -1.0;
                                    case CLOSED_HAT -> -0.5;
                                    case SNARE -> 1.5;
                                    case KICK -> 3.5;
                                };
        switch (drum) {
            case CRASH, CLOSED_HAT -> {
                page.line(x - 3, y - 3, x + 3, y + 3, 1);
                page.line(x - 3, y + 3, x + 3, y - 3, 1);
                page.line(x + 3, y - 3, x + 3, y - 20, 0.7);
            }
            case SNARE -> {
                page.oval(x, y, 3.8, 2.8);
                page.line(x + 3.6, y, x + 3.6, y - 24, 0.7);
            }
            case KICK -> {
                page.oval(x, y, 3.8, 2.8);
                page.line(x - 3.6, y, x - 3.6, y + 22, 0.7);
            }
        }
    }
}
