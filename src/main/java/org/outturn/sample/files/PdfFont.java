package org.outturn.sample.files;

/** The fonts that every PDF viewer has (ISO 32000-1, 9.6.2.2). */
public enum PdfFont {
    REGULAR("Helvetica", 0.5),
    BOLD("Helvetica-Bold", 0.55),
    MONOSPACED("Courier", 0.6);

    private final String baseFont;
    private final double averageWidth;

    PdfFont(String baseFont, double averageWidth) {
        this.baseFont = baseFont;
        this.averageWidth = averageWidth;
    }

    String baseFont() {
        return baseFont;
    }

    /** How many characters of ordinary text fit, roughly, into a width in points. */
    public int fit(double width, double size) {
        return (int) (width / (size * averageWidth));
    }
}
