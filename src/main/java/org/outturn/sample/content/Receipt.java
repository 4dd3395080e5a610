package org.outturn.sample.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.outturn.sample.files.Canvas;
import org.outturn.sample.files.StrokeFont;

/**
 * A till receipt: its picture, as somebody laid it on a table and took it, and its text.
 *
 * @param number printed on it
 * @param lines what was bought
 */
public record Receipt(int number, List<Line> lines) {
    private static final List<String> GOODS =
            List.of(
                    "Printer paper A4",
                    "Ball pens 10 pcs",
                    "Cable 3 m",
                    "Batteries AA 8 pcs",
                    "Work gloves L",
                    "Label rolls",
                    "Coffee 500 g",
                    "Oat milk 1 l",
                    "Adhesive tape",
                    "Cleaning cloths",
                    "Screws 4x40",
                    "LED lamp 9 W");
    private static final int PAPER = 0xFBFAF4;

    /**
     * @param cents for one piece
     */
    public record Line(String goods, int pieces, int cents) {
        int total() {
            return pieces * cents;
        }
    }

    public Receipt {
        lines = List.copyOf(lines);
    }

    public static Receipt of(int number, SplittableRandom random) {
        var lines = new ArrayList<Line>();
        int first = random.nextInt(GOODS.size());
        for (int i = 0; i < random.nextInt(4, 9); i++) {
            String goods = GOODS.get((first + i) % GOODS.size());
            lines.add(new Line(goods, random.nextInt(1, 4), random.nextInt(79, 1990)));
        }
        return new Receipt(number, lines);
    }

    private int total() {
        return lines.stream().mapToInt(Line::total).sum();
    }

    /** The picture, 420 pixels wide. */
    public Canvas picture(StrokeFont font) {
        int height = 400 + 24 * lines.size();
        var canvas = new Canvas(font, 420, height, 0x8A6B4F);
        int grain = canvas.ink(0x8A6B4F, 0x7D6047);
        int shadow = canvas.ink(0x8A6B4F, 0x5C4735);
        int paper = canvas.ink(PAPER, PAPER);
        int ink = canvas.ink(PAPER, 0x2B2B30);
        for (int y = 9; y < height; y += 23) {
            canvas.fill(grain, 0, y, 420, 2);
        }
        canvas.fill(shadow, 46, 30, 338, height - 52);
        canvas.fill(paper, 40, 24, 338, height - 52);
        canvas.centred(ink, "CORNER STORE", 46, 19, 2.6);
        canvas.centred(ink, "Till 3   Receipt " + number, 80, 10, 1.3);
        int y = 112;
        for (Line line : lines) {
            canvas.text(ink, line.goods, 58, y, 10.5, 1.4);
            canvas.textTo(ink, line.pieces + " x", 282, y, 10.5, 1.4);
            canvas.textTo(ink, money(line.total()), 360, y, 10.5, 1.4);
            y += 24;
        }
        canvas.line(ink, 58, y + 4, 360, y + 4, 1.2);
        canvas.text(ink, "TOTAL", 58, y + 20, 15, 2.2);
        canvas.textTo(ink, money(total()), 360, y + 20, 15, 2.2);
        canvas.text(ink, "incl. 19 % tax", 58, y + 54, 10, 1.3);
        canvas.textTo(ink, money(tax()), 360, y + 54, 10, 1.3);
        canvas.text(ink, "paid by card", 58, y + 76, 10, 1.3);
        barcode(canvas, ink, y + 112);
        canvas.centred(ink, "Thank you for your visit", y + 176, 10, 1.3);
        return canvas;
    }

    /** What the text recognition reads from it. */
    public String markdown() {
        String rows =
                lines.stream()
                        .map(line ->
                                "| %s | %d | %s |"
                                        .formatted(line.goods, line.pieces, money(line.total())))
                        .collect(Collectors.joining("\n"));
        return """
        # CORNER STORE

        Till 3, Receipt %d

        | Goods | Pieces | Amount |
        |---|---:|---:|
        %s

        **TOTAL %s**

        incl. 19 %% tax %s, paid by card

        Thank you for your visit
        """
                .formatted(number, rows, money(total()), money(tax()));
    }

    private int tax() {
        return Math.round(total() * 19 / 119f);
    }

    private void barcode(Canvas canvas, int ink, int y) {
        var random = new SplittableRandom(number);
        for (int x = 110; x < 310; ) {
            int bar = random.nextInt(1, 5);
            canvas.fill(ink, x, y, bar, 46);
            x += bar + random.nextInt(2, 5);
        }
    }

    private static String money(int cents) {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }
}
