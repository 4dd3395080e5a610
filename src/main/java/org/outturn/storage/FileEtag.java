package org.outturn.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Whether a file's bytes are those of an object, as far as the ETag tells. Of an object in parts
 * the ETag gives their number, not their size: that is tried, among the sizes that common clients
 * use.
 */
public final class FileEtag {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{32}(?:-([1-9][0-9]{0,4}))?");

    private static final long MIB = 1L << 20;
    private static final long MB = 1_000_000;

    /**
     * First this program, the AWS CLI and the SDKs, then rclone, s3cmd and MinIO's client, then
     * what people choose.
     */
    private static final long[] USUAL = {
        8 * MIB, 5 * MIB, 15 * MIB, 16 * MIB, 10 * MIB, 64 * MIB, 100 * MIB, 6 * MIB, 7 * MIB,
        12 * MIB, 20 * MIB, 24 * MIB, 25 * MIB, 32 * MIB, 48 * MIB, 50 * MIB, 80 * MIB, 96 * MIB,
        128 * MIB, 200 * MIB, 256 * MIB, 500 * MIB, 512 * MIB, 1024 * MIB, 5 * MB, 8 * MB, 10 * MB,
        16 * MB, 25 * MB, 50 * MB, 100 * MB
    };

    private FileEtag() {}

    /** Whether an ETag has a form that {@link #matches} can tell anything of. */
    public static boolean comparable(String etag) {
        return FORM.matcher(etag).matches();
    }

    /** Whether an object of this ETag was stored in parts, one or more. */
    public static boolean inParts(String etag) {
        Matcher form = FORM.matcher(etag);
        return form.matches() && form.group(1) != null;
    }

    /** Whether an object of this ETag has as many parts as this program would have sent it in. */
    public static boolean hasOurParts(String etag, long bytes) {
        Matcher form = FORM.matcher(etag);
        return form.matches()
                && form.group(1) != null
                && Integer.parseInt(form.group(1)) == Math.ceilDiv(bytes, PartSize.of(bytes));
    }

    /**
     * Reads the whole file, once.
     *
     * @param etag the object's ETag, without quotes
     * @return false also where the ETag is no MD5 or the size of the parts cannot be guessed
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws IOException if the file cannot be read
     */
    public static boolean matches(Path file, String etag, Cancellation cancellation)
            throws IOException {
        List<EtagDigest> tried = new ArrayList<>();
        for (long partBytes : partSizes(Files.size(file), etag)) {
            tried.add(new EtagDigest(partBytes));
        }
        if (tried.isEmpty()) {
            return false;
        }
        EtagDigest.read(file, tried, cancellation);
        String wanted = etag.toLowerCase(Locale.ROOT);
        return tried.stream().anyMatch(digest -> digest.etag().equals(wanted));
    }

    /** Whether {@link #matches} would have anything to try for a file of this size. */
    public static boolean comparable(String etag, long fileBytes) {
        return partSizes(fileBytes, etag).length > 0;
    }

    /**
     * The sizes of parts that give a file of this size that many parts, likely ones first.
     *
     * @return {@link EtagDigest#WHOLE} for an object in one piece; empty when the ETag is no MD5 or
     *     no usual size fits
     */
    static long[] partSizes(long fileBytes, String etag) {
        Matcher form = FORM.matcher(etag);
        if (!form.matches()) {
            return new long[0];
        }
        if (form.group(1) == null) {
            return new long[] {EtagDigest.WHOLE};
        }
        int parts = Integer.parseInt(form.group(1));
        if (parts == 1) {
            // whatever the size of a part was, it has all of it
            return new long[] {Math.max(1, fileBytes)};
        }
        // what a client takes that makes as many parts as are allowed: to the byte, or to the MiB
        long exact = Math.ceilDiv(fileBytes, parts);
        long rounded = Math.ceilDiv(exact, MIB) * MIB;
        return LongStream.concat(
                        LongStream.of(PartSize.of(fileBytes)),
                        LongStream.concat(LongStream.of(USUAL), LongStream.of(rounded, exact)))
                .filter(size -> size > 0 && Math.ceilDiv(fileBytes, size) == parts)
                .distinct()
                .toArray();
    }
}
