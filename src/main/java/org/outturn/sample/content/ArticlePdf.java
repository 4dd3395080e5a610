package org.outturn.sample.content;

import java.util.List;
import org.outturn.sample.files.Lines;
import org.outturn.sample.files.Pdf;
import org.outturn.sample.files.PdfFont;
import org.outturn.sample.files.PdfPage;
import org.outturn.sample.files.Picture;

/** Sets an article in type, and draws over it what a parser saw. */
public final class ArticlePdf {

    /** What is drawn over the text, as the parser's own PDFs have it. */
    public enum Marks {
        /** Nothing: the document itself. */
        NONE,
        /** A coloured box around each block, numbered in reading order. */
        LAYOUT,
        /** A thin box around each line. */
        SPANS,
        /** A box around each block with what the model took it for. */
        MODEL
    }

    private static final double LEFT = 64;
    private static final double TEXT_WIDTH = PdfPage.WIDTH - 2 * LEFT;
    private static final double TOP = 72;
    private static final double BOTTOM = 770;
    private static final int BLACK = 0x1A1A1A;

    private final Pdf pdf;
    private final Article article;
    private final Picture figure;
    private final Marks marks;
    private PdfPage page;
    private double y = TOP;
    private int pages;
    private int blocks;

    private ArticlePdf(Article article, Picture figure, Marks marks) {
        this.pdf = new Pdf(article.title());
        this.article = article;
        this.figure = figure;
        this.marks = marks;
        this.page = nextPage();
    }

    public static byte[] of(Article article, Picture figure, Marks marks) {
        var setter = new ArticlePdf(article, figure, marks);
        article.blocks().forEach(setter::set);
        return setter.pdf.bytes();
    }

    private PdfPage nextPage() {
        page = pdf.page();
        pages++;
        y = TOP;
        page.colour(0x777777);
        page.text(PdfFont.REGULAR, 8, LEFT, 40, article.title());
        page.text(PdfFont.REGULAR, 8, PdfPage.WIDTH / 2.0, 812, String.valueOf(pages));
        page.colour(BLACK);
        return page;
    }

    private void set(Block block) {
        double height = height(block);
        if (y + height > BOTTOM) {
            nextPage();
        }
        double top = y;
        switch (block) {
            case Block.Heading(int level, String text) ->
                    lines(PdfFont.BOLD, level == 1 ? 18 : 13, LEFT, text);
            case Block.Paragraph(String text) -> lines(PdfFont.REGULAR, 10.5, LEFT, text);
            case Block.Steps(var items) -> steps(items);
            case Block.Table(var rows) -> table(rows);
            case Block.Formula(String tex) -> lines(PdfFont.MONOSPACED, 9.5, LEFT + 40, tex);
            case Block.Figure(String caption) -> {
                page.picture(figure, LEFT + 70, y, 320, 200);
                y += 216;
                lines(PdfFont.REGULAR, 9, LEFT + 70, caption);
            }
        }
        mark(block, top, y - top);
        y += block instanceof Block.Heading ? 8 : 14;
    }

    private void lines(PdfFont font, double size, double x, String text) {
        double width = LEFT + TEXT_WIDTH - x;
        double begin = y;
        y = page.paragraph(font, size, x, y + size, width, text) - size;
        if (marks == Marks.SPANS) {
            page.colour(0xC0392B);
            for (double line = begin; line < y - 1; line += size * 1.35) {
                page.box(x - 1, line + 1, width, size * 1.15);
            }
            page.colour(BLACK);
        }
    }

    private void steps(List<String> items) {
        for (int i = 0; i < items.size(); i++) {
            page.text(PdfFont.REGULAR, 10.5, LEFT, y + 10.5, i + 1 + ".");
            lines(PdfFont.REGULAR, 10.5, LEFT + 20, items.get(i));
            y += 3;
        }
    }

    private void table(List<List<String>> rows) {
        double column = TEXT_WIDTH / rows.getFirst().size();
        for (int row = 0; row < rows.size(); row++) {
            PdfFont font = row == 0 ? PdfFont.BOLD : PdfFont.REGULAR;
            for (int cell = 0; cell < rows.get(row).size(); cell++) {
                page.text(font, 9, LEFT + 4 + cell * column, y + 12, rows.get(row).get(cell));
            }
            page.line(LEFT, y, LEFT + TEXT_WIDTH, y, row == 1 ? 1.2 : 0.4);
            y += 17;
        }
        page.line(LEFT, y, LEFT + TEXT_WIDTH, y, 0.8);
    }

    private static double height(Block block) {
        return switch (block) {
            case Block.Heading _ -> 60;
            case Block.Paragraph(String text) ->
                    Lines.wrap(text, PdfFont.REGULAR.fit(TEXT_WIDTH, 10.5)).size() * 10.5 * 1.35;
            case Block.Steps(var items) -> items.size() * 20;
            case Block.Table(var rows) -> rows.size() * 17;
            case Block.Formula _ -> 20;
            case Block.Figure _ -> 240;
        };
    }

    private void mark(Block block, double top, double height) {
        blocks++;
        if (marks == Marks.LAYOUT || marks == Marks.MODEL) {
            page.colour(colour(block));
            page.box(LEFT - 6, top - 3, TEXT_WIDTH + 12, height + 6);
            String label =
                    marks == Marks.LAYOUT
                            ? String.valueOf(blocks)
                            : "%s 0.%d".formatted(kind(block), 99 - blocks % 9);
            page.text(
                    PdfFont.BOLD, 8, LEFT - 4 + (marks == Marks.LAYOUT ? -20 : 0), top - 5, label);
            page.colour(BLACK);
        }
    }

    private static int colour(Block block) {
        return switch (block) {
            case Block.Heading _ -> 0x2E6FBB;
            case Block.Paragraph _, Block.Steps _ -> 0x3B8F4A;
            case Block.Table _ -> 0xB8860B;
            case Block.Formula _ -> 0x8E44AD;
            case Block.Figure _ -> 0xC0392B;
        };
    }

    /** What the parser calls a block. */
    static String kind(Block block) {
        return switch (block) {
            case Block.Heading _ -> "title";
            case Block.Paragraph _, Block.Steps _ -> "text";
            case Block.Table _ -> "table";
            case Block.Formula _ -> "equation";
            case Block.Figure _ -> "image";
        };
    }
}
