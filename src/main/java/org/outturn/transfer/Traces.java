package org.outturn.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.PartialDownload;
import org.outturn.storage.PartialUpload;
import org.outturn.storage.Prefix;
import org.outturn.storage.UnfinishedUpload;

/**
 * What earlier attempts may have left: an upload on the server, a download on the disk.
 *
 * @param possible whether there was one that did not come back with an answer
 * @param since when the transfer was asked for, by this computer's clock
 * @param parts the upload in parts that is known; every part that was sent belongs to it, because
 *     it is written down before the first part goes
 * @param download what the disk has of a download
 */
record Traces(
        boolean possible,
        Instant since,
        Optional<PartialUpload> parts,
        Optional<PartialDownload> download) {
    /** How far a clock may be wrong before S3 refuses its requests (RequestTimeTooSkewed). */
    private static final Duration SKEW = Duration.ofMinutes(15);

    Traces with(PartialUpload begun) {
        return new Traces(true, since, Optional.of(begun), download);
    }

    Traces with(PartialDownload saved) {
        return new Traces(possible, since, parts, Optional.of(saved));
    }

    /** Whether something may have to be freed. */
    boolean any() {
        return possible || parts.isPresent() || download.isPresent();
    }

    /**
     * Frees what is known, and what was begun in the moment before it could be written down: an
     * upload of the same key, begun since, without a part.
     *
     * @throws org.outturn.failure.FailureException if the server cannot be asked
     */
    void release(ObjectStore store, ObjectAddress target, Cancellation cancellation) {
        parts.ifPresent(upload -> store.abort(upload.target(), upload.uploadId()));
        if (!possible) {
            return;
        }
        List<UnfinishedUpload> open =
                store.unfinishedUploads(new Prefix(target.bucket(), target.key()), cancellation);
        for (UnfinishedUpload upload : open) {
            boolean ours =
                    upload.target().equals(target)
                            && upload.initiated().isAfter(since.minus(SKEW))
                            && store.partsSent(target, upload.uploadId()) == 0;
            if (ours) {
                store.abort(target, upload.uploadId());
            }
        }
    }
}
