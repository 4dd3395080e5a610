package org.outturn.preview;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/**
 * What the beginning of a gzip stream unpacks to.
 *
 * @param truncated whether more would follow, or the stream is damaged from there on
 */
record Unpacked(byte[] bytes, boolean truncated) {
    private static final int BUFFER = 8192;

    /**
     * Unpacks no further than to a limit, however much a few bytes may hold.
     *
     * @param limit in bytes
     */
    static Unpacked of(byte[] packed, int limit) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed), BUFFER)) {
            byte[] buffer = new byte[BUFFER];
            while (out.size() < limit) {
                int n = gzip.read(buffer, 0, Math.min(BUFFER, limit - out.size()));
                if (n < 0) {
                    return new Unpacked(out.toByteArray(), false);
                }
                out.write(buffer, 0, n);
            }
            return new Unpacked(out.toByteArray(), gzip.read() >= 0);
        } catch (IOException e) {
            // cut off by the range that was read, or damaged: what came before still counts
            return new Unpacked(out.toByteArray(), true);
        }
    }
}
