package org.outturn.preview;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.outturn.storage.AbsentStore;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;

/** One object in memory that can be read by ranges, and counts what was read. */
class BytesStore extends AbsentStore {
    private final byte[] bytes;
    long read;

    BytesStore(byte[] bytes) {
        this.bytes = bytes;
    }

    static Preview preview(String name, byte[] bytes) {
        return new PreviewService(new BytesStore(bytes))
                .preview(details(name, bytes.length, Map.of()), Cancellation.never());
    }

    static ObjectDetails details(String name, long size, Map<String, String> headers) {
        return new ObjectDetails(
                new ObjectAddress("bucket", "folder/" + name),
                size,
                Instant.EPOCH,
                "binary/octet-stream",
                "etag",
                "STANDARD",
                new TreeMap<>(),
                new TreeMap<>(headers),
                Optional.empty());
    }

    @Override
    public byte[] read(ObjectAddress address, long offset, int length, Cancellation cancellation) {
        cancellation.check();
        int from = (int) Math.min(offset, bytes.length);
        byte[] range = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
        read += range.length;
        return range;
    }
}
