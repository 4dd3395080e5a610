package org.outturn.aws;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Copies what comes over one connection into a download's file, at the limit's pace. */
final class BodyCopy {
    private final InputStream body;
    private final RangeFile file;
    private final Pace pace;
    private final @Nullable MessageDigest digest;
    private long received;

    /**
     * @param digest takes all that is copied, if it is there
     */
    BodyCopy(InputStream body, RangeFile file, Pace pace, @Nullable MessageDigest digest) {
        this.body = body;
        this.file = file;
        this.pace = pace;
        this.digest = digest;
    }

    /** How much has been copied so far, also after an exception. */
    long received() {
        return received;
    }

    /**
     * Copies to the end.
     *
     * @param expected how long that is, or a guess
     */
    void all(long expected) throws IOException {
        range(0, expected);
        byte[] more = new byte[Limits.READ_BYTES / 16];
        for (int read = body.read(more); read >= 0; read = body.read(more)) {
            write(more, read, received);
        }
    }

    /** Copies so many bytes to that place of the file; fewer if the body ends before. */
    void range(long offset, long length) throws IOException {
        byte[] buffer = new byte[(int) Math.min(Limits.READ_BYTES, length)];
        long end = received + length;
        long shift = offset - received;
        while (received < end) {
            int step = pace.step((int) Math.min(buffer.length, end - received));
            int read = body.read(buffer, 0, step);
            if (read < 0) {
                return;
            }
            write(buffer, read, received + shift);
        }
    }

    private void write(byte[] bytes, int length, long offset) {
        pace.await(length);
        file.write(bytes, length, offset);
        if (digest != null) {
            digest.update(bytes, 0, length);
        }
        received += length;
    }
}
