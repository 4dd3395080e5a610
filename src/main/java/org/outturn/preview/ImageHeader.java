package org.outturn.preview;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dimensions that an image's header names: looked at before anything is decoded, because a file
 * of a few kilobytes can ask for gigabytes of pixels.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
record ImageHeader(int width, int height) {

    /** Nothing when the header is not to be found or makes no sense. */
    static Optional<ImageHeader> of(Kind kind, byte[] file) {
        long[] found =
                switch (kind) {
                    case PNG ->
                            file.length < 24
                                    ? null
                                    : new long[] {big(file, 16, 4), big(file, 20, 4)};
                    case GIF ->
                            file.length < 10
                                    ? null
                                    : new long[] {little(file, 6, 2), little(file, 8, 2)};
                    case BMP -> bmp(file);
                    case JPEG -> jpeg(file);
                    default -> null;
                };
        boolean sane =
                found != null
                        && found[0] > 0
                        && found[1] > 0
                        && found[0] <= Integer.MAX_VALUE
                        && found[1] <= Integer.MAX_VALUE;
        return sane
                ? Optional.of(new ImageHeader((int) found[0], (int) found[1]))
                : Optional.empty();
    }

    long pixels() {
        return (long) width * height;
    }

    /** A height may be negative: then the rows come from the top. */
    private static long @Nullable [] bmp(byte[] file) {
        if (file.length < 26) {
            return null;
        }
        return new long[] {(int) little(file, 18, 4), Math.abs((long) (int) little(file, 22, 4))};
    }

    /** Walks the segments up to the first frame header (ITU-T T.81, B.2.2). */
    private static long @Nullable [] jpeg(byte[] file) {
        int at = 2;
        while (at + 9 < file.length) {
            if ((file[at] & 0xFF) != 0xFF) {
                return null;
            }
            int marker = file[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            boolean frame =
                    marker >= 0xC0
                            && marker <= 0xCF
                            && marker != 0xC4
                            && marker != 0xC8
                            && marker != 0xCC;
            if (frame) {
                return new long[] {big(file, at + 7, 2), big(file, at + 5, 2)};
            }
            boolean alone = marker == 0x01 || marker >= 0xD0 && marker <= 0xD8;
            at += alone ? 2 : 2 + (int) Math.max(2, big(file, at + 2, 2));
        }
        return null;
    }

    private static long big(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }

    private static long little(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }
}
