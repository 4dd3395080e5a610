package org.outturn.sample.files;

/**
 * One A4 page of a {@link Pdf}. Lengths are points; y is counted from the top of the page down, as
 * one reads.
 */
public final class PdfPage {
    public static final int WIDTH = 595;
    public static final int HEIGHT = 842;

    private final Pdf pdf;
    private final StringBuilder content = new StringBuilder();

    PdfPage(Pdf pdf) {
        this.pdf = pdf;
    }

    String content() {
        return content.toString();
    }

    /** Writes one line of text on the base line {@code y}. */
    public void text(PdfFont font, double size, double x, double y, String text) {
        content.append("BT /F").append(font.ordinal()).append(' ');
        op("Tf", size);
        op("Td", x, HEIGHT - y);
        content.append(literal(text)).append(" Tj ET\n");
    }

    /**
     * Writes a paragraph, its first base line at {@code y}, broken into lines of about this width.
     *
     * @return where the line after it would be
     */
    public double paragraph(
            PdfFont font, double size, double x, double y, double width, String text) {
        double line = y;
        for (String part : Lines.wrap(text, font.fit(width, size))) {
            text(font, size, x, line, part);
            line += size * 1.35;
        }
        return line;
    }

    /** Sets the colour of what follows, {@code 0xRRGGBB}. */
    public void colour(int rgb) {
        double red = (rgb >> 16 & 0xFF) / 255.0;
        double green = (rgb >> 8 & 0xFF) / 255.0;
        double blue = (rgb & 0xFF) / 255.0;
        op("rg", red, green, blue);
        op("RG", red, green, blue);
    }

    /** Draws a straight line. */
    public void line(double x1, double y1, double x2, double y2, double breadth) {
        op("w", breadth);
        op("m", x1, HEIGHT - y1);
        op("l", x2, HEIGHT - y2);
        op("S");
    }

    /** Draws the outline of a rectangle. */
    public void box(double x, double y, double width, double height) {
        op("w", 1);
        op("re", x, HEIGHT - y - height, width, height);
        op("S");
    }

    /** Fills a rectangle. */
    public void block(double x, double y, double width, double height) {
        op("re", x, HEIGHT - y - height, width, height);
        op("f");
    }

    /** Fills an oval, made of four curves. */
    public void oval(double x, double y, double radiusX, double radiusY) {
        double cy = HEIGHT - y;
        double kx = radiusX * 0.5523;
        double ky = radiusY * 0.5523;
        op("m", x + radiusX, cy);
        curve(x + radiusX, cy + ky, x + kx, cy + radiusY, x, cy + radiusY);
        curve(x - kx, cy + radiusY, x - radiusX, cy + ky, x - radiusX, cy);
        curve(x - radiusX, cy - ky, x - kx, cy - radiusY, x, cy - radiusY);
        curve(x + kx, cy - radiusY, x + radiusX, cy - ky, x + radiusX, cy);
        op("f");
    }

    /** Places a picture, stretched to this size. */
    public void picture(Picture picture, double x, double y, double width, double height) {
        content.append("q ");
        op("cm", width, 0, 0, height, x, HEIGHT - y - height);
        content.append('/').append(pdf.picture(picture)).append(" Do Q\n");
    }

    /** A text as PDF has it: in parentheses, what would end it escaped. */
    static String literal(String text) {
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")";
    }

    private void curve(double x1, double y1, double x2, double y2, double x3, double y3) {
        op("c", x1, y1, x2, y2, x3, y3);
    }

    /** An operator behind its numbers, which are given to a hundredth. */
    private void op(String operator, double... numbers) {
        for (double number : numbers) {
            content.append(Math.round(number * 100) / 100.0).append(' ');
        }
        content.append(operator).append('\n');
    }
}
