package org.outturn.sample.files;

import java.util.HexFormat;

/**
 * A picture as a PDF holds it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param entries of its dictionary: colour space and filter
 * @param data packed by that filter; not to be changed
 */
public record Picture(int width, int height, String entries, byte[] data) {

    /** Of a canvas: the rows of a PNG are a PDF's too (ISO 32000-1, 7.4.4.4, predictor 15). */
    public static Picture of(Canvas canvas) {
        String colours = HexFormat.of().formatHex(canvas.palette());
        String entries =
                "/ColorSpace [ /Indexed /DeviceRGB 255 <%s> ] /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns %d >>"
                        .formatted(colours, canvas.width());
        return new Picture(canvas.width(), canvas.height(), entries, canvas.packedRows());
    }

    /** Of a JPEG file in colour, as it is. */
    public static Picture ofJpeg(byte[] file, int width, int height) {
        return new Picture(width, height, "/ColorSpace /DeviceRGB /Filter /DCTDecode", file);
    }
}
