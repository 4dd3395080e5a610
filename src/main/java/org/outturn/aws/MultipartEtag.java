package org.outturn.aws;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The ETag that servers give an object of several parts: the MD5 of the parts' MD5s, a dash, their
 * number. Not under every encryption, so it can prove that an object is a file, never that it is
 * not.
 */
final class MultipartEtag {
    private MultipartEtag() {}

    static String of(Path file, long partBytes) throws IOException {
        MessageDigest whole = md5();
        int parts = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] part = digest(in, partBytes);
            while (part.length > 0) {
                whole.update(part);
                parts++;
                part = digest(in, partBytes);
            }
        }
        return HexFormat.of().formatHex(whole.digest()) + "-" + parts;
    }

    /** The MD5 of the next part; empty at the end of the file. */
    private static byte[] digest(InputStream in, long partBytes) throws IOException {
        MessageDigest md5 = md5();
        byte[] buffer = new byte[1 << 16];
        long left = partBytes;
        while (left > 0) {
            int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (n < 0) {
                break;
            }
            md5.update(buffer, 0, n);
            left -= n;
        }
        return left == partBytes ? new byte[0] : md5.digest();
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has MD5", e);
        }
    }
}
