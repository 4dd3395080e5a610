package org.outturn.preview;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * How large a picture gets when it is decoded, read from its header without decoding it.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param frames of an animation; 1 else
 */
record ImageHeader(int width, int height, int frames) {

    /** The pixels of all frames, which is what a decoder holds in memory. */
    long pixels() {
        long one = (long) width * height;
        return one > Long.MAX_VALUE / frames ? Long.MAX_VALUE : one * frames;
    }

    /**
     * @param data a whole file or its beginning
     * @return null when the header is damaged, or not among these bytes
     */
    static @Nullable ImageHeader of(FileKind kind, byte[] data) {
        ByteBuffer bytes = ByteBuffer.wrap(data).asReadOnlyBuffer();
        return switch (kind) {
            case PNG -> png(bytes);
            case JPEG -> JpegHeader.read(bytes);
            case GIF -> GifHeader.read(bytes.order(ByteOrder.LITTLE_ENDIAN));
            case BMP -> bmp(bytes.order(ByteOrder.LITTLE_ENDIAN));
            default -> null;
        };
    }

    /** Null unless both sides are at least one pixel long. */
    static @Nullable ImageHeader of(int width, int height, int frames) {
        return width > 0 && height > 0 && frames > 0
                ? new ImageHeader(width, height, frames)
                : null;
    }

    /** The header chunk comes first (W3C, Portable Network Graphics, 5.6). */
    private static @Nullable ImageHeader png(ByteBuffer bytes) {
        boolean there = bytes.capacity() >= 24 && bytes.getInt(12) == 0x49484452;
        return there ? of(bytes.getInt(16), bytes.getInt(20), 1) : null;
    }

    /** The oldest header has sides of 16 bits; in later ones a negative height means top down. */
    private static @Nullable ImageHeader bmp(ByteBuffer bytes) {
        if (bytes.capacity() < 26) {
            return null;
        }
        if (bytes.getInt(14) == 12) {
            return of(bytes.getShort(18) & 0xFFFF, bytes.getShort(20) & 0xFFFF, 1);
        }
        int height = bytes.getInt(22);
        return of(bytes.getInt(18), height == Integer.MIN_VALUE ? 0 : Math.abs(height), 1);
    }
}
