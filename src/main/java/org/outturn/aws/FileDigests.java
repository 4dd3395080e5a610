package org.outturn.aws;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.EtagDigest;

/**
 * The MD5s of one file and of its parts. Each is made when it is first needed, just before the same
 * bytes are sent, when they are about to be in memory anyway, and kept: so what a server answers is
 * compared without reading the file again.
 */
final class FileDigests {
    private static final int BUFFER_BYTES = 1 << 17;

    private final LocalSource source;
    private final Map<Integer, byte[]> parts = new ConcurrentHashMap<>();
    private byte @Nullable [] whole;

    FileDigests(LocalSource source) {
        this.source = source;
    }

    /** As a Content-MD5 header has it (RFC 1864). */
    static String header(byte[] md5) {
        return Base64.getEncoder().encodeToString(md5);
    }

    /** The file's size in bytes, as it was when the upload began. */
    long size() {
        return source.size();
    }

    /** Of all bytes. */
    synchronized byte[] whole() throws IOException {
        if (whole == null) {
            whole = digest(0, source.size());
        }
        return whole.clone();
    }

    /** All bytes are at hand: the file need not be read for them. */
    synchronized void read(byte[] all) {
        whole = EtagDigest.md5().digest(all);
    }

    /**
     * Of one part.
     *
     * @param number 1 for the first
     */
    byte[] part(int number) throws IOException {
        byte[] known = parts.get(number);
        if (known == null) {
            long from = (number - 1) * source.partBytes();
            known = digest(from, Math.min(source.partBytes(), source.size() - from));
            parts.put(number, known);
        }
        return known.clone();
    }

    /**
     * The ETag that the object should have, where ETags are made of MD5s.
     *
     * @param inParts whether it was stored in parts
     */
    String etag(boolean inParts) throws IOException {
        if (!inParts) {
            return HexFormat.of().formatHex(whole());
        }
        int count = source.partCount();
        MessageDigest all = EtagDigest.md5();
        for (int number = 1; number <= count; number++) {
            all.update(part(number));
        }
        return HexFormat.of().formatHex(all.digest()) + "-" + count;
    }

    private byte[] digest(long from, long length) throws IOException {
        MessageDigest md5 = EtagDigest.md5();
        byte[] buffer = new byte[Math.clamp(length, 1, BUFFER_BYTES)];
        try (FileChannel file = FileChannel.open(source.file(), StandardOpenOption.READ);
                InputStream in = Channels.newInputStream(file.position(from))) {
            long left = length;
            while (left > 0) {
                int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0) {
                    // it shrank; the upload itself finds that out
                    break;
                }
                md5.update(buffer, 0, n);
                left -= n;
            }
        }
        return md5.digest();
    }
}
