package org.outturn.sample.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A typeface of our own, drawn as strokes, so that pictures with text need no font of the machine
 * and look the same everywhere. Printable US-ASCII; anything else is drawn as a question mark.
 *
 * <p>A glyph lies on a grid 12 units high from the top of a capital (0) to the base line (12);
 * descenders reach 16. Its lines in the resource are polylines of coordinate pairs, each coordinate
 * one digit to base 36.
 */
public final class StrokeFont {
    private static final int CAPITAL = 12;
    private static final int DESCENT = 4;
    private static final int GAP = 3;
    private static final int SPACE = 6;

    private final Map<Character, int[][]> glyphs = new HashMap<>();
    private final Map<Size, Mask> masks = new ConcurrentHashMap<>();

    private record Size(char character, double height, double weight) {}

    /** How dark each pixel of a glyph is, 0 to 15; {@code margin} pixels lie around it. */
    record Mask(int width, int height, int margin, byte[] darkness) {}

    public StrokeFont() {
        for (String line : Resources.text("strokes.txt").split("\n")) {
            String[] strokes = line.substring(2).split(" ");
            int[][] glyph = new int[strokes.length][];
            for (int i = 0; i < strokes.length; i++) {
                glyph[i] = strokes[i].chars().map(c -> Character.digit(c, 36)).toArray();
            }
            glyphs.put(line.charAt(0), glyph);
        }
    }

    /** How far a text reaches, in pixels, at a height of capitals in pixels. */
    public double width(String text, double height) {
        return text.chars().mapToDouble(c -> advance((char) c, height)).sum();
    }

    double advance(char c, double height) {
        return (c == ' ' ? SPACE : extent(glyph(c)) + GAP) * height / CAPITAL;
    }

    Mask mask(char c, double height, double weight) {
        return masks.computeIfAbsent(new Size(c, height, weight), this::draw);
    }

    private int[][] glyph(char c) {
        return glyphs.getOrDefault(c, glyphs.getOrDefault('?', new int[0][]));
    }

    private static int extent(int[][] glyph) {
        int extent = 0;
        for (int[] stroke : glyph) {
            for (int i = 0; i < stroke.length; i += 2) {
                extent = Math.max(extent, stroke[i]);
            }
        }
        return extent;
    }

    private Mask draw(Size size) {
        int[][] glyph = glyph(size.character);
        double scale = size.height / CAPITAL;
        int margin = (int) Math.ceil(size.weight);
        int width = (int) Math.ceil(extent(glyph) * scale) + 2 * margin + 1;
        int height = (int) Math.ceil((CAPITAL + DESCENT) * scale) + 2 * margin + 1;
        byte[] darkness = new byte[width * height];
        for (Segment segment : segments(glyph, scale, margin)) {
            segment.cover(darkness, width, height, size.weight / 2);
        }
        return new Mask(width, height, margin, darkness);
    }

    private static List<Segment> segments(int[][] glyph, double scale, int margin) {
        var segments = new ArrayList<Segment>();
        for (int[] stroke : glyph) {
            for (int i = 0; i + 3 < stroke.length; i += 2) {
                segments.add(
                        new Segment(
                                stroke[i] * scale + margin,
                                stroke[i + 1] * scale + margin,
                                stroke[i + 2] * scale + margin,
                                stroke[i + 3] * scale + margin));
            }
        }
        return segments;
    }
}
