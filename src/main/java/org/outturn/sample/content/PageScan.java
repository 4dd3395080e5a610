package org.outturn.sample.content;

import java.util.List;
import org.outturn.sample.files.Canvas;
import org.outturn.sample.files.Lines;
import org.outturn.sample.files.StrokeFont;

/** The first page of an article as a scanner gives it: A4 at 75 dots per inch. */
public final class PageScan {
    private static final int WIDTH = 620;
    private static final int HEIGHT = 877;
    private static final int LEFT = 62;
    private static final int TEXT_WIDTH = WIDTH - 2 * LEFT;
    private static final int CHARACTERS = 82;

    private final Canvas canvas;
    private final int ink;
    private int y = 64;

    private PageScan(StrokeFont font) {
        canvas = new Canvas(font, WIDTH, HEIGHT, 0xF6F5F0);
        ink = canvas.ink(0xF6F5F0, 0x26262A);
        int edge = canvas.ink(0xF6F5F0, 0xDAD8CF);
        canvas.fill(edge, 0, 0, 4, HEIGHT);
        canvas.fill(edge, 0, HEIGHT - 3, WIDTH, 3);
    }

    public static Canvas of(Article article, StrokeFont font) {
        var scan = new PageScan(font);
        for (Block block : article.blocks()) {
            if (scan.y > HEIGHT - 130) {
                break;
            }
            scan.draw(block);
        }
        scan.canvas.centred(scan.ink, "1", HEIGHT - 42, 7, 1);
        return scan.canvas;
    }

    private void draw(Block block) {
        switch (block) {
            case Block.Heading(int level, String text) ->
                    text(text, level == 1 ? 13 : 9.5, level == 1 ? 2.4 : 1.8, level == 1 ? 50 : 70);
            case Block.Table(var rows) -> table(rows);
            case Block.Figure(String caption) -> chart(caption);
            case Block.Formula(String tex) -> text("    " + tex, 7, 1, CHARACTERS);
            case Block.Steps(var items) -> items.forEach(item -> text(item, 6.6, 0.9, CHARACTERS));
            case Block.Paragraph(String text) -> text(text, 6.6, 0.9, CHARACTERS);
        }
        y += 10;
    }

    private void text(String text, double size, double weight, int characters) {
        for (String line : Lines.wrap(text, characters)) {
            canvas.text(ink, line, LEFT, y, size, weight);
            y += (int) (size * 2.1);
        }
    }

    private void table(List<List<String>> rows) {
        int column = TEXT_WIDTH / rows.getFirst().size();
        for (List<String> row : rows) {
            canvas.line(ink, LEFT, y - 5, LEFT + TEXT_WIDTH, y - 5, 0.8);
            for (int cell = 0; cell < row.size(); cell++) {
                canvas.text(ink, row.get(cell), LEFT + 4 + cell * column, y, 6.2, 0.9);
            }
            y += 18;
        }
        canvas.line(ink, LEFT, y - 5, LEFT + TEXT_WIDTH, y - 5, 1.2);
    }

    private void chart(String caption) {
        canvas.line(ink, LEFT + 60, y, LEFT + 60, y + 100, 1.2);
        canvas.line(ink, LEFT + 60, y + 100, LEFT + 430, y + 100, 1.2);
        for (int bar = 0; bar < 6; bar++) {
            int height = 30 + caption.charAt(bar) % 13 * 5;
            canvas.fill(ink, LEFT + 80 + bar * 56, y + 100 - height, 32, height);
        }
        y += 112;
        text(caption, 6, 0.9, CHARACTERS);
    }
}
