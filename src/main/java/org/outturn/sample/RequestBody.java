package org.outturn.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Receives the body of a signed request once, and verifies all that the client said of it. */
final class RequestBody {
    private static final int MAX_DOCUMENT = 2 << 20;
    private final S3Request request;
    private final Signed signed;
    private final Set<Quirk> quirks;

    RequestBody(S3Request request, Signed signed, Set<Quirk> quirks) {
        this.request = request;
        this.signed = signed;
        this.quirks = quirks;
    }

    /** Receives it into a content file, which is gone again if it is not what was announced. */
    StoredContent store(ContentFiles files) throws IOException {
        String name = ContentFiles.newName();
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(files.path(name))) {
            Received received = receive(out, Long.MAX_VALUE);
            whole = true;
            var piece = new StoredContent.Piece(name, 0, received.size);
            return new StoredContent(
                    List.of(piece), Digests.hex(received.md5), List.of(), received.checksums);
        } finally {
            if (!whole) {
                Files.deleteIfExists(files.path(name));
            }
        }
    }

    /** Receives a document of at most 2 MiB. */
    byte[] bytes() throws IOException {
        var out = new ByteArrayOutputStream();
        receive(out, MAX_DOCUMENT);
        return out.toByteArray();
    }

    XmlNode xml(String root) throws IOException {
        return XmlNode.parse(bytes(), root);
    }

    private record Received(long size, byte[] md5, Map<String, String> checksums) {}

    private Received receive(OutputStream out, long limit) throws IOException {
        AwsChunkedStream chunked = chunked();
        InputStream in = chunked == null ? request.rawBody() : chunked;
        MessageDigest md5 = Digests.digest("MD5");
        MessageDigest sha256 = signed.payload().length() == 64 ? Digests.digest("SHA-256") : null;
        Map<Checksum, Checksum.Sum> sums = sums();
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            size += n;
            if (size > limit) {
                throw S3Error.malformedXml();
            }
            md5.update(buffer, 0, n);
            if (sha256 != null) {
                sha256.update(buffer, 0, n);
            }
            for (Checksum.Sum sum : sums.values()) {
                sum.update(buffer, 0, n);
            }
            out.write(buffer, 0, n);
        }
        String announced =
                request.header(chunked == null ? "Content-Length" : "x-amz-decoded-content-length");
        if (announced != null && !announced.equals(Long.toString(size))) {
            throw new S3Error(
                    400,
                    "IncompleteBody",
                    "You did not provide the number of bytes specified by the header");
        }
        if (sha256 != null && !Digests.same(Digests.hex(sha256.digest()), signed.payload())) {
            throw new S3Error(
                    400,
                    "XAmzContentSHA256Mismatch",
                    "The provided 'x-amz-content-sha256' header does not match what was computed.");
        }
        byte[] digest = md5.digest();
        verifyMd5(digest);
        return new Received(
                size, digest, verified(sums, chunked == null ? Map.of() : chunked.trailers()));
    }

    private @Nullable AwsChunkedStream chunked() {
        String mode = signed.payload();
        if (!mode.startsWith("STREAMING-")) {
            return null;
        }
        if (quirks.contains(Quirk.REFUSE_CHUNKED)) {
            throw S3Error.notImplemented(
                    "Transferring payloads in multiple chunks using aws-chunked");
        }
        boolean trailer = mode.endsWith("-TRAILER");
        if (trailer && quirks.contains(Quirk.REFUSE_TRAILERS)) {
            throw new S3Error(400, "XAmzContentSHA256Mismatch", "x-amz-content-sha256 is unknown");
        }
        return switch (mode) {
            case "STREAMING-UNSIGNED-PAYLOAD-TRAILER" ->
                    new AwsChunkedStream(request.rawBody(), null);
            case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
                    "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" ->
                    new AwsChunkedStream(request.rawBody(), signed);
            default -> throw S3Error.notImplemented("The payload signature " + mode);
        };
    }

    private Map<Checksum, Checksum.Sum> sums() {
        var sums = new EnumMap<Checksum, Checksum.Sum>(Checksum.class);
        String trailers = request.header("x-amz-trailer", "").toLowerCase(Locale.ROOT);
        for (Checksum checksum : Checksum.values()) {
            if (request.header(checksum.header()) != null
                    || Arrays.asList(trailers.split("\\s*,\\s*")).contains(checksum.header())) {
                sums.put(checksum, checksum.begin());
            }
        }
        return sums;
    }

    private Map<String, String> verified(
            Map<Checksum, Checksum.Sum> sums, Map<String, String> trailers) {
        var checksums = new HashMap<String, String>();
        sums.forEach((checksum, sum) -> {
            String header = checksum.header();
            String claimed = request.header(header, trailers.getOrDefault(header, ""));
            String actual = sum.base64();
            if (!claimed.equals(actual)) {
                throw S3Error.badDigest(header);
            }
            checksums.put(header, actual);
        });
        return checksums;
    }

    private void verifyMd5(byte[] actual) {
        String claimed = request.header("Content-MD5");
        if (claimed == null) {
            return;
        }
        try {
            byte[] expected = Base64.getDecoder().decode(claimed);
            if (expected.length == actual.length) {
                if (!MessageDigest.isEqual(expected, actual)) {
                    throw S3Error.badDigest("Content-MD5");
                }
                return;
            }
        } catch (IllegalArgumentException e) {
            // not Base64: the same answer as for a wrong length
        }
        throw new S3Error(400, "InvalidDigest", "The Content-MD5 you specified is not valid.");
    }
}
