package org.outturn.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The ETag that bytes get on a server whose ETags are made of MD5s: of an object stored in one
 * piece its MD5, of one stored in parts the MD5 of the parts' MD5s, a dash and their number. Not
 * under every encryption (S3 API reference, "Object"), so it can prove that two things are the
 * same, never that they are not. For one thread.
 */
public final class EtagDigest {
    /** Not in parts. */
    public static final long WHOLE = Long.MAX_VALUE;

    private static final int BUFFER_BYTES = 1 << 16;

    private final long partBytes;
    private final MessageDigest part = md5();
    private final MessageDigest parts = md5();
    private long inPart;
    private int count;

    /**
     * @param partBytes the size of each part but the last, or {@link #WHOLE}
     */
    public EtagDigest(long partBytes) {
        if (partBytes < 1) {
            throw new IllegalArgumentException("a part has at least one byte");
        }
        this.partBytes = partBytes;
    }

    /** Takes the next bytes. */
    public void update(byte[] bytes, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            int n = (int) Math.min(left, partBytes - inPart);
            part.update(bytes, from, n);
            from += n;
            left -= n;
            inPart += n;
            if (inPart == partBytes) {
                endPart();
            }
        }
    }

    /** The ETag, without quotes. Call it once, after the last byte. */
    public String etag() {
        if (partBytes == WHOLE) {
            return HexFormat.of().formatHex(part.digest());
        }
        if (inPart > 0) {
            endPart();
        }
        return HexFormat.of().formatHex(parts.digest()) + "-" + count;
    }

    private void endPart() {
        parts.update(part.digest());
        inPart = 0;
        count++;
    }

    /**
     * Reads a file once for several digests.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static void read(Path file, List<EtagDigest> digests, Cancellation cancellation)
            throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                cancellation.check();
                for (EtagDigest digest : digests) {
                    digest.update(buffer, 0, n);
                }
            }
        }
    }

    /** An MD5 to begin with. */
    public static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
