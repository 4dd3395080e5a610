package org.outturn.preview;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Walks the segments of a JPEG to its frame header (ITU-T T.81, B.2). */
final class JpegHeader {
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;

    private JpegHeader() {}

    static @Nullable ImageHeader read(ByteBuffer bytes) {
        int at = 2;
        while (at + 9 <= bytes.capacity() && (bytes.get(at) & 0xFF) == 0xFF) {
            int marker = bytes.get(at + 1) & 0xFF;
            if (marker == 0xFF) {
                at++;
            } else if (isFrame(marker)) {
                int height = bytes.getShort(at + 5) & 0xFFFF;
                int width = bytes.getShort(at + 7) & 0xFFFF;
                return ImageHeader.of(width, height, 1);
            } else if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
                return null;
            } else {
                int length = bytes.getShort(at + 2) & 0xFFFF;
                if (length < 2) {
                    return null;
                }
                at += 2 + length;
            }
        }
        return null;
    }

    /** All of C0 to CF but the tables that lie between them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }
}
