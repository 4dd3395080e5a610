package org.outturn.transfer;

import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.PartialDownload;
import org.outturn.storage.PartialUpload;

/** What a transfer has left, as it is written down: one of the two. */
record StoredKept(@Nullable PartialUpload upload, @Nullable Disk disk) {

    /**
     * @param done the bits of the ranges that are there, 64 in a number
     */
    record Disk(String file, String etag, long size, int rangeBytes, long[] done) {
        PartialDownload download() {
            return new PartialDownload(Path.of(file), etag, size, rangeBytes, BitSet.valueOf(done));
        }
    }

    static StoredKept of(PartialUpload upload) {
        return new StoredKept(upload, null);
    }

    static StoredKept of(PartialDownload download) {
        return new StoredKept(
                null,
                new Disk(
                        download.file().toString(),
                        download.etag(),
                        download.size(),
                        download.rangeBytes(),
                        download.done().toLongArray()));
    }

    /** Its name where it is. */
    String id() {
        return upload != null ? upload.uploadId() : disk == null ? "" : disk.file();
    }

    /**
     * @param ran whether the transfer ran when the program ended
     */
    static Traces traces(boolean ran, Instant since, Optional<StoredKept> kept) {
        return new Traces(
                ran,
                since,
                kept.map(StoredKept::upload),
                kept.map(StoredKept::disk).map(Disk::download));
    }
}
