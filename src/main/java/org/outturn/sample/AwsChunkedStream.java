package org.outturn.sample;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bytes within an {@code aws-chunked} body: chunks of {@code hex-size[;chunk-signature=...]},
 * an empty chunk, then trailing headers (S3 API reference, "Signature Calculations for the
 * Authorization Header: Transferring Payload in Multiple Chunks"). Where chunks are signed, each
 * signature is verified, that of the trailer too.
 */
final class AwsChunkedStream extends FilterInputStream {
    private static final String EMPTY_HASH = Digests.sha256Hex(new byte[0]);
    private static final int MAX_LINE = 16 * 1024;
    private final @Nullable Signed signed;
    private final Map<String, String> trailers = new HashMap<>();
    private final MessageDigest chunkHash = Digests.digest("SHA-256");
    private String previous;
    private String claimed = "";
    private long left;
    private boolean atEnd;
    private boolean begun;

    /**
     * @param signed by whom the chunks must be signed; null when they are not
     */
    AwsChunkedStream(InputStream in, @Nullable Signed signed) {
        super(in);
        this.signed = signed;
        this.previous = signed == null ? "" : signed.signature();
    }

    /** By lower-case name; complete once the stream was read to its end. */
    Map<String, String> trailers() {
        return trailers;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0 && !atEnd) {
            nextChunk();
        }
        if (atEnd) {
            return -1;
        }
        int n = in.read(bytes, offset, (int) Math.min(length, left));
        if (n < 0) {
            throw malformed();
        }
        left -= n;
        if (signed != null) {
            chunkHash.update(bytes, offset, n);
        }
        return n;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    private void nextChunk() throws IOException {
        if (begun) {
            expectBlankLine();
            verifyChunk();
        }
        begun = true;
        String[] header = line().split(";chunk-signature=", 2);
        try {
            left = Long.parseUnsignedLong(header[0].strip(), 16);
        } catch (NumberFormatException e) {
            throw malformed();
        }
        claimed = header.length == 2 ? header[1].strip() : "";
        if (left == 0) {
            verifyChunk();
            readTrailers();
            atEnd = true;
        }
    }

    private void verifyChunk() {
        if (signed == null) {
            return;
        }
        String lines = String.join("\n", previous, EMPTY_HASH, Digests.hex(chunkHash.digest()));
        verify(signed.sign(SigV4.ALGORITHM + "-PAYLOAD", lines), claimed);
    }

    private void readTrailers() throws IOException {
        var canonical = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] header = line.split(":", 2);
            if (header.length != 2) {
                throw malformed();
            }
            String name = header[0].strip().toLowerCase(Locale.ROOT);
            trailers.put(name, header[1].strip());
            if (!name.equals("x-amz-trailer-signature")) {
                canonical.append(name).append(':').append(header[1].strip()).append('\n');
            }
        }
        if (signed != null && !canonical.isEmpty()) {
            byte[] bytes = canonical.toString().getBytes(StandardCharsets.UTF_8);
            String lines = previous + "\n" + Digests.sha256Hex(bytes);
            verify(
                    signed.sign(SigV4.ALGORITHM + "-TRAILER", lines),
                    trailers.getOrDefault("x-amz-trailer-signature", ""));
        }
    }

    private void verify(String expected, String actual) {
        if (!Digests.same(expected, actual)) {
            throw new S3Error(
                    403, "SignatureDoesNotMatch", "The signature of a chunk does not match.");
        }
        previous = actual;
    }

    private void expectBlankLine() throws IOException {
        if (!line().isEmpty()) {
            throw malformed();
        }
    }

    /**
     * A line without its end; empty at the end of the body too, where some clients leave it off.
     */
    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
            if (line.size() > MAX_LINE) {
                throw malformed();
            }
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    private static S3Error malformed() {
        return new S3Error(400, "IncompleteBody", "The aws-chunked body is malformed.");
    }
}
