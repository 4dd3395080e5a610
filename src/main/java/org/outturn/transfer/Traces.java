package org.outturn.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.PartialDownload;
import org.outturn.storage.PartialUpload;
import org.outturn.storage.Prefix;
import org.outturn.storage.UnfinishedUpload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    private static final Logger LOG = LoggerFactory.getLogger(Traces.class);

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
     * @throws FailureException if the server cannot be asked
     */
    void release(ObjectStore store, ObjectAddress target, Cancellation cancellation) {
        parts.ifPresent(upload -> store.abort(upload.target(), upload.uploadId()));
        releaseNameless(store, target, cancellation);
    }

    /**
     * Frees only what was begun without anybody hearing of it. Whoever may not ask for that has to
     * leave it to the bucket's rules.
     *
     * @throws FailureException if the server cannot be asked
     */
    void releaseNameless(ObjectStore store, ObjectAddress target, Cancellation cancellation) {
        if (!possible) {
            return;
        }
        try {
            for (UnfinishedUpload upload :
                    store.unfinishedUploads(
                            new Prefix(target.bucket(), target.key()), cancellation)) {
                if (isNameless(upload, target) && store.partsSent(target, upload.uploadId()) == 0) {
                    store.abort(target, upload.uploadId());
                }
            }
        } catch (FailureException e) {
            boolean refused =
                    e.failure() instanceof Failure.AccessDenied
                            || e.failure() instanceof Failure.NotSupported;
            if (!refused) {
                throw e;
            }
            LOG.info("Unfinished uploads to {} cannot be looked for", target.s3Uri(), e);
        }
    }

    private boolean isNameless(UnfinishedUpload upload, ObjectAddress target) {
        return upload.target().equals(target)
                && upload.initiated().isAfter(since.minus(SKEW))
                && parts.filter(known -> known.uploadId().equals(upload.uploadId())).isEmpty();
    }
}
