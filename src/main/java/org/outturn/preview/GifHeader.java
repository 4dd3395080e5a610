package org.outturn.preview;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Walks the blocks of a GIF and counts its frames (GIF89a, 17 to 26): a small file can hold
 * thousands, and a decoder keeps each as a whole picture.
 */
final class GifHeader {
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2C;

    private final ByteBuffer bytes;
    private int at;
    private int width;
    private int height;
    private int frames;

    private GifHeader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** The frames among these bytes, at least one; the largest sides of canvas and frames. */
    static @Nullable ImageHeader read(ByteBuffer bytes) {
        if (bytes.capacity() < 13) {
            return null;
        }
        var gif = new GifHeader(bytes);
        gif.walk();
        return ImageHeader.of(gif.width, gif.height, Math.max(1, gif.frames));
    }

    private void walk() {
        width = side(6);
        height = side(8);
        at = 13 + colours(bytes.get(10));
        while (at >= 0 && at < bytes.capacity()) {
            switch (bytes.get(at) & 0xFF) {
                case EXTENSION -> {
                    at += 2;
                    skipBlocks();
                }
                case FRAME -> frame();
                default -> at = -1;
            }
        }
    }

    private void frame() {
        frames++;
        if (at + 11 > bytes.capacity()) {
            at = -1;
            return;
        }
        width = Math.max(width, side(at + 5));
        height = Math.max(height, side(at + 7));
        at += 11 + colours(bytes.get(at + 9));
        skipBlocks();
    }

    /** Skips blocks with their lengths in front, to the one of no length. */
    private void skipBlocks() {
        while (at < bytes.capacity()) {
            int length = bytes.get(at) & 0xFF;
            at += 1 + length;
            if (length == 0) {
                return;
            }
        }
    }

    private int side(int offset) {
        return bytes.getShort(offset) & 0xFFFF;
    }

    /** Bytes of the colour table that these flags announce. */
    private static int colours(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }
}
