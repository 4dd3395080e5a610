package org.outturn.sample.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A picture of at most sixteen inks, each in sixteen levels from its paper to its colour: one byte
 * a pixel, soft edges, quick to pack. Where inks meet, the later one wins.
 */
public final class Canvas {
    static final int LEVELS = 15;

    private final StrokeFont font;
    private final int width;
    private final int height;
    private final byte[] pixels;
    private final byte[] palette = new byte[256 * 3];
    private int inks;

    /**
     * @param width in pixels
     * @param height in pixels
     * @param paper the colour it is filled with, {@code 0xRRGGBB}
     */
    public Canvas(StrokeFont font, int width, int height, int paper) {
        this.font = font;
        this.width = width;
        this.height = height;
        this.pixels = new byte[width * height];
        ink(paper, paper);
    }

    /**
     * A further ink.
     *
     * @param paper what it is drawn on, {@code 0xRRGGBB}: the colour of its soft edges
     * @param colour what it looks like where it is full
     * @throws IllegalStateException when there are sixteen already
     */
    public int ink(int paper, int colour) {
        if (inks > LEVELS) {
            throw new IllegalStateException("a canvas has sixteen inks");
        }
        for (int level = 0; level <= LEVELS; level++) {
            for (int channel = 0; channel < 3; channel++) {
                int shift = 16 - 8 * channel;
                int from = paper >> shift & 0xFF;
                int to = colour >> shift & 0xFF;
                palette[(inks * 16 + level) * 3 + channel] =
                        (byte) (from + (to - from) * level / LEVELS);
            }
        }
        return inks++;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Fills a rectangle, as far as it lies on the canvas. */
    public void fill(int ink, int x, int y, int w, int h) {
        int left = Math.clamp(x, 0, width);
        int right = Math.clamp(x + w, left, width);
        for (int row = Math.max(0, y); row < Math.min(height, y + h); row++) {
            int start = row * width;
            Arrays.fill(pixels, start + left, start + right, (byte) (ink * 16 + LEVELS));
        }
    }

    /** Draws a straight line with round ends. */
    public void line(int ink, double x1, double y1, double x2, double y2, double breadth) {
        int left = (int) (Math.min(x1, x2) - breadth - 1);
        int top = (int) (Math.min(y1, y2) - breadth - 1);
        int w = (int) (Math.abs(x2 - x1) + 2 * breadth + 4);
        int h = (int) (Math.abs(y2 - y1) + 2 * breadth + 4);
        byte[] darkness = new byte[w * h];
        new Segment(x1 - left, y1 - top, x2 - left, y2 - top).cover(darkness, w, h, breadth / 2);
        stamp(ink, darkness, w, h, left, top);
    }

    /**
     * Writes a line of text.
     *
     * @param x its left end
     * @param y the top of its capitals
     * @param size the height of its capitals
     * @param weight the breadth of its strokes
     */
    public void text(int ink, String text, double x, double y, double size, double weight) {
        double at = x;
        for (char c : text.toCharArray()) {
            if (c != ' ') {
                StrokeFont.Mask mask = font.mask(c, size, weight);
                int left = (int) Math.round(at) - mask.margin();
                int top = (int) Math.round(y) - mask.margin();
                stamp(ink, mask.darkness(), mask.width(), mask.height(), left, top);
            }
            at += font.advance(c, size);
        }
    }

    /** The same, ending at {@code right}. */
    public void textTo(int ink, String text, double right, double y, double size, double weight) {
        text(ink, text, right - font.width(text, size), y, size, weight);
    }

    /** The same, in the middle of the canvas. */
    public void centred(int ink, String text, double y, double size, double weight) {
        text(ink, text, (width - font.width(text, size)) / 2, y, size, weight);
    }

    /** Colours by index, three bytes each. */
    byte[] palette() {
        return palette.clone();
    }

    /** The rows as PNG and PDF hold them: a filter byte of 0, the pixels, deflated. */
    byte[] packedRows() {
        var packed = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DeflaterOutputStream(packed, deflater, 1 << 16)) {
            for (int row = 0; row < height; row++) {
                out.write(0);
                out.write(pixels, row * width, width);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private void stamp(int ink, byte[] darkness, int w, int h, int left, int top) {
        int first = Math.max(0, -left);
        int last = Math.min(w, width - left);
        for (int row = Math.max(0, -top); row < Math.min(h, height - top); row++) {
            for (int column = first; column < last; column++) {
                int level = darkness[row * w + column];
                int at = (row + top) * width + column + left;
                boolean darker = (pixels[at] & 0xF0) != ink << 4 || (pixels[at] & 15) < level;
                if (level > 0 && darker) {
                    pixels[at] = (byte) (ink * 16 + level);
                }
            }
        }
    }
}
