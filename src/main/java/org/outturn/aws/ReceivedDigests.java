package org.outturn.aws;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.EtagDigest;
import org.outturn.storage.FileEtag;
import org.outturn.storage.PartSize;

/**
 * MD5s of what comes down, made while it does by those that receive it: so most files need not be
 * read once more to be compared with their ETag. For many threads.
 */
final class ReceivedDigests {
    private final Map<Integer, byte[]> pieces = new ConcurrentHashMap<>();
    private final int count;
    private final boolean inParts;

    private ReceivedDigests(int count, boolean inParts) {
        this.count = count;
        this.inParts = inParts;
    }

    /** For an object that comes in one piece. */
    static ReceivedDigests ofWhole(String etag) {
        boolean whole = FileEtag.comparable(etag) && !FileEtag.inParts(etag);
        return new ReceivedDigests(whole ? 1 : 0, false);
    }

    /**
     * For an object that comes in ranges.
     *
     * @param size of the object, in bytes
     * @param rangeBytes of each range but the last
     */
    static ReceivedDigests ofRanges(String etag, long size, long rangeBytes) {
        int ranges = Math.toIntExact(Math.ceilDiv(size, rangeBytes));
        boolean same = FileEtag.hasOurParts(etag, size) && rangeBytes == PartSize.of(size);
        return new ReceivedDigests(same ? ranges : 0, true);
    }

    /** For one piece; nothing where no ETag can be made of them. */
    @Nullable MessageDigest begin() {
        return count == 0 ? null : EtagDigest.md5();
    }

    /**
     * A piece has come whole.
     *
     * @param number 0 for the first
     */
    void end(int number, @Nullable MessageDigest digest) {
        if (digest != null) {
            pieces.put(number, digest.digest());
        }
    }

    /** The ETag of all that came; empty if not every piece was seen. */
    Optional<String> etag() {
        if (count == 0 || pieces.size() < count) {
            return Optional.empty();
        }
        if (!inParts) {
            return Optional.of(HexFormat.of().formatHex(pieces.get(0)));
        }
        MessageDigest all = EtagDigest.md5();
        for (int number = 0; number < count; number++) {
            all.update(pieces.get(number));
        }
        return Optional.of(HexFormat.of().formatHex(all.digest()) + "-" + count);
    }
}
