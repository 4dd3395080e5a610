package org.outturn.sample;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Bytes that lie in the folder of a {@link SampleStore}; any number of objects may share them.
 *
 * @param pieces where the bytes lie, in order; empty for no bytes
 * @param etag without quotes: the MD5 in hexadecimal, or {@code md5-of-md5s-n} of n parts
 * @param partSizes bytes of each part of a multipart upload; empty when it came in one request
 * @param checksums Base64 by response header, for instance {@code x-amz-checksum-crc32}
 */
public record StoredContent(
        List<Piece> pieces, String etag, List<Long> partSizes, Map<String, String> checksums) {

    /** A stretch of a file: its name in the content folder, and where to read, in bytes. */
    record Piece(String file, long offset, long length) {}

    public StoredContent {
        pieces = List.copyOf(pieces);
        partSizes = List.copyOf(partSizes);
        checksums = Map.copyOf(checksums);
    }

    /** Bytes in all. */
    public long size() {
        return pieces.stream().mapToLong(Piece::length).sum();
    }

    /**
     * The same bytes under the ETag ({@code ...-1}) they get from a client that uploads even small
     * files as a multipart upload of one part.
     */
    public StoredContent asOnePartUpload() {
        byte[] md5 = Digests.md5(HexFormat.of().parseHex(etag));
        return new StoredContent(
                pieces, HexFormat.of().formatHex(md5) + "-1", List.of(size()), Map.of());
    }

    /** The pieces that hold {@code length} bytes from {@code first} on. */
    List<Piece> slice(long first, long length) {
        var slice = new ArrayList<Piece>();
        long start = 0;
        for (Piece piece : pieces) {
            long from = Math.max(first, start);
            long to = Math.min(first + length, start + piece.length());
            if (from < to) {
                slice.add(new Piece(piece.file(), piece.offset() + from - start, to - from));
            }
            start += piece.length();
        }
        return slice;
    }
}
