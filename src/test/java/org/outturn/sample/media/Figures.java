package org.outturn.sample.media;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.outturn.sample.files.Canvas;
import org.outturn.sample.files.StrokeFont;

/** The figures of the articles, 480 by 300 pixels. */
final class Figures {
    private static final int WHITE = 0xFFFFFF;

    private final Canvas canvas;
    private final int black;
    private final int blue;
    private final int orange;
    private final int green;

    private Figures(StrokeFont font) {
        canvas = new Canvas(font, 480, 300, WHITE);
        black = canvas.ink(WHITE, 0x333333);
        blue = canvas.ink(WHITE, 0x2E6FBB);
        orange = canvas.ink(WHITE, 0xD9822B);
        green = canvas.ink(WHITE, 0x3B8F4A);
    }

    static Map<String, Canvas> all(StrokeFont font) {
        var all = new LinkedHashMap<String, Canvas>();
        all.put("heat-pumps", new Figures(font).months());
        all.put("soil-moisture", new Figures(font).depths());
        all.put("pump-manual", new Figures(font).pump());
        all.put("energy-report", new Figures(font).halls());
        all.put("cell-protocol", new Figures(font).cells());
        all.put("filter-notes", new Figures(font).filters());
        return all;
    }

    private void axes(String label) {
        canvas.line(black, 60, 20, 60, 250, 1.6);
        canvas.line(black, 60, 250, 460, 250, 1.6);
        canvas.text(black, label, 70, 16, 10, 1.3);
    }

    private Canvas months() {
        axes("kWh");
        int[] electricity = {31, 48, 68, 72, 58, 42};
        int[] heat = {110, 158, 202, 206, 178, 143};
        for (int i = 0; i < 6; i++) {
            canvas.fill(blue, 80 + i * 64, 250 - electricity[i], 20, electricity[i]);
            canvas.fill(orange, 102 + i * 64, 250 - heat[i], 20, heat[i]);
            canvas.text(black, "ONDJFM".substring(i, i + 1), 97 + i * 64, 262, 10, 1.3);
        }
        return canvas;
    }

    private void curve(int ink, DoubleUnaryOperator height) {
        for (int x = 62; x < 456; x += 4) {
            double from = 250 - height.applyAsDouble((x - 62) / 394.0);
            double to = 250 - height.applyAsDouble((x - 58) / 394.0);
            canvas.line(ink, x, from, x + 4, to, 2.2);
        }
    }

    private Canvas depths() {
        axes("water content (%)");
        curve(blue, t -> 175 - 120 * t + 18 * Math.sin(t * 31));
        curve(orange, t -> 185 - 85 * t + 9 * Math.sin(t * 27 - 1));
        curve(green, t -> 195 - 45 * t + 3 * Math.sin(t * 21 - 2));
        canvas.text(blue, "10 cm", 390, 60, 10, 1.4);
        canvas.text(orange, "30 cm", 390, 80, 10, 1.4);
        canvas.text(green, "60 cm", 390, 100, 10, 1.4);
        return canvas;
    }

    private Canvas pump() {
        canvas.fill(blue, 60, 90, 150, 120);
        canvas.fill(0, 84, 114, 102, 72);
        for (int i = 0; i < 8; i++) {
            double angle = i * Math.PI / 4;
            canvas.line(
                    orange, 135, 150, 135 + 42 * Math.cos(angle), 150 + 32 * Math.sin(angle), 5);
        }
        canvas.fill(black, 135, 144, 240, 12);
        canvas.fill(green, 250, 120, 26, 60);
        canvas.fill(blue, 320, 80, 110, 140);
        canvas.text(black, "casing", 70, 68, 11, 1.4);
        canvas.text(black, "impeller", 96, 226, 11, 1.4);
        canvas.text(black, "seal", 246, 98, 11, 1.4);
        canvas.text(black, "motor", 350, 58, 11, 1.4);
        return canvas;
    }

    private Canvas halls() {
        axes("MWh");
        int[][] use = {{44, 68, 24}, {22, 60, 26}, {38, 31, 12}};
        int[] inks = {orange, blue, green};
        for (int hall = 0; hall < 3; hall++) {
            int top = 250;
            for (int i = 0; i < 3; i++) {
                int height = use[hall][i] * 3 / 2;
                top -= height;
                canvas.fill(inks[i], 105 + hall * 120, top, 60, height);
            }
            canvas.text(black, "Hall " + (char) ('A' + hall), 108 + hall * 120, 264, 11, 1.4);
        }
        return canvas;
    }

    private Canvas cells() {
        for (int i = 1; i < 8; i++) {
            canvas.line(black, i * 60, 0, i * 60, 300, 0.6);
            canvas.line(black, 0, i * 60, 480, i * 60, 0.6);
        }
        var random = new SplittableRandom(11);
        for (int i = 0; i < 70; i++) {
            int x = random.nextInt(10, 470);
            int y = random.nextInt(10, 290);
            canvas.line(green, x, y, x + 1, y + 1, 13);
            canvas.line(black, x, y, x + 1, y + 1, 4);
        }
        return canvas;
    }

    private Canvas filters() {
        axes("magnitude");
        curve(blue, t -> 200 / Math.sqrt(1 + Math.pow(t * 3, 4)));
        curve(orange, t -> 200 / Math.sqrt(1 + Math.pow(t * 3, 8)));
        canvas.text(blue, "order 2", 340, 70, 11, 1.4);
        canvas.text(orange, "order 4", 340, 94, 11, 1.4);
        canvas.text(black, "frequency", 380, 264, 10, 1.3);
        return canvas;
    }
}
