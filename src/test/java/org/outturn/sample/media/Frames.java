package org.outturn.sample.media;

import java.util.List;
import org.outturn.sample.content.Grooves;
import org.outturn.sample.files.Canvas;
import org.outturn.sample.files.DrumPattern;
import org.outturn.sample.files.DrumPattern.Drum;
import org.outturn.sample.files.StrokeFont;

/** Pictures of the short videos, 480 by 270 pixels, five a second. */
final class Frames {
    private static final int NIGHT = 0x16202E;

    private Frames() {}

    /** A drum lesson: the part as a grid, and where it is played now. */
    static Canvas lesson(int frame, StrokeFont font) {
        var canvas = new Canvas(font, 480, 270, NIGHT);
        int text = canvas.ink(NIGHT, 0xE8EDF4);
        int struck = canvas.ink(NIGHT, 0xE0A030);
        int empty = canvas.ink(NIGHT, 0x2A3A50);
        int now = canvas.ink(NIGHT, 0x4FA3E0);
        DrumPattern pattern = Grooves.straight("Verse in eighths", 112);
        int step = (int) (frame / 5.0 / pattern.secondsPerStep());
        int bar = step / DrumPattern.STEPS % pattern.bars();
        canvas.text(text, "Drum lesson: verse in eighths", 30, 28, 15, 2);
        canvas.text(text, "bar " + (bar + 1), 400, 62, 11, 1.4);
        canvas.fill(now, 116 + step % DrumPattern.STEPS * 42, 84, 38, 4);
        int y = 96;
        for (Drum drum : Drum.values()) {
            canvas.text(text, drum.label(), 20, y + 12, 8, 1.2);
            for (int i = 0; i < DrumPattern.STEPS; i++) {
                int ink = pattern.velocity(drum, bar, i) > 0 ? struck : empty;
                canvas.fill(ink, 116 + i * 42, y, 38, 32);
            }
            y += 38;
        }
        return canvas;
    }

    /** A talk: three slides. */
    static Canvas slides(int frame, StrokeFont font) {
        var canvas = new Canvas(font, 480, 270, 0xFFFFFF);
        int head = canvas.ink(0x2E6FBB, 0x2E6FBB);
        int onHead = canvas.ink(0x2E6FBB, 0xFFFFFF);
        int text = canvas.ink(0xFFFFFF, 0x222831);
        List<List<String>> slides =
                List.of(
                        List.of(
                                "Backups that work",
                                "Three copies",
                                "Two kinds of media",
                                "One elsewhere"),
                        List.of(
                                "Test the restore",
                                "Once a month",
                                "On another machine",
                                "Note the time"),
                        List.of("Questions?", "Slides and notes", "are in the folder"));
        List<String> slide = slides.get(Math.min(2, frame / 15));
        canvas.fill(head, 0, 0, 480, 60);
        canvas.text(onHead, slide.getFirst(), 30, 20, 19, 2.6);
        for (int i = 1; i < slide.size(); i++) {
            canvas.fill(head, 40, 50 + i * 52, 8, 8);
            canvas.text(text, slide.get(i), 64, 46 + i * 52, 15, 1.9);
        }
        canvas.fill(head, 0, 264, 480 * (frame + 1) / MediaSources.FRAMES, 6);
        return canvas;
    }

    /** A planet on its way. */
    static Canvas orbit(int frame, StrokeFont font) {
        var canvas = new Canvas(font, 480, 270, NIGHT);
        int text = canvas.ink(NIGHT, 0xE8EDF4);
        int sun = canvas.ink(NIGHT, 0xF2C14E);
        int planet = canvas.ink(NIGHT, 0x4FA3E0);
        canvas.text(text, "Kepler's second law", 20, 20, 13, 1.7);
        for (int i = 0; i < 60; i++) {
            double at = i * Math.PI / 30;
            double x = 240 + 170 * Math.cos(at);
            double y = 145 + 95 * Math.sin(at);
            canvas.line(text, x, y, x, y, 1.5);
        }
        canvas.line(sun, 330, 145, 331, 145, 34);
        double at = frame * 2 * Math.PI / MediaSources.FRAMES;
        double x = 240 + 170 * Math.cos(at);
        double y = 145 + 95 * Math.sin(at);
        canvas.line(text, 330, 145, x, y, 1);
        canvas.line(planet, x, y, x + 1, y, 16);
        return canvas;
    }
}
