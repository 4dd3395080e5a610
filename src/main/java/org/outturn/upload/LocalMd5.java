package org.outturn.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.outturn.storage.Cancellation;

/**
 * Whether a file's bytes are those of an object, as far as the ETag tells. The ETag of an object
 * that was stored in one piece, not encrypted with KMS, is the MD5 of its bytes (S3 API reference,
 * "Object"). Others look different or simply do not match, which errs towards "not the same".
 */
public final class LocalMd5 {
    /** Larger files are not read just to be compared: 64 MiB. */
    public static final long MAX_BYTES = 64L << 20;

    private static final Pattern MD5 = Pattern.compile("[0-9a-fA-F]{32}");
    private static final int BUFFER_BYTES = 1 << 16;

    private LocalMd5() {}

    /** Whether {@link #matches} can tell anything of such an object. */
    public static boolean comparable(String etag, long size) {
        return size <= MAX_BYTES && MD5.matcher(etag).matches();
    }

    /**
     * Reads the whole file.
     *
     * @param etag the object's ETag without quotes
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws IOException if the file cannot be read
     */
    public static boolean matches(Path file, String etag, Cancellation cancellation)
            throws IOException {
        MessageDigest md5 = md5();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                cancellation.check();
                md5.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(md5.digest()).equals(etag.toLowerCase(Locale.ROOT));
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
