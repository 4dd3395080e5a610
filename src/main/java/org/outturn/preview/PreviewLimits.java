package org.outturn.preview;

/**
 * How much a preview may take.
 *
 * @param textBytes the most bytes of a text that are read, and the most it unpacks to; 64 B to 64
 *     MiB
 * @param imageBytes the largest picture that is read whole; up to 64 MiB
 * @param imagePixels the most pixels of a picture, all frames of an animation together
 */
public record PreviewLimits(int textBytes, int imageBytes, long imagePixels) {
    private static final int MAX_READ = 64 << 20;

    /** 256 KiB of text, pictures of 20 MiB and 50 megapixels. */
    public static final PreviewLimits DEFAULTS = new PreviewLimits(256 << 10, 20 << 20, 50_000_000);

    /**
     * @throws IllegalArgumentException when a bound is out of range
     */
    public PreviewLimits {
        if (textBytes < 64 || textBytes > MAX_READ) {
            throw new IllegalArgumentException("text bytes out of range: " + textBytes);
        }
        if (imageBytes < 0 || imageBytes > MAX_READ) {
            throw new IllegalArgumentException("image bytes out of range: " + imageBytes);
        }
    }
}
