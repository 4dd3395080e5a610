package org.outturn.transfer;

import java.util.Optional;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.rearrange.PlannedObject;
import org.outturn.rearrange.RearrangeAction;
import org.outturn.storage.Cancellation;
import org.outturn.storage.CopyRequest;
import org.outturn.storage.FileEtag;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ProgressListener;

/**
 * Has the server copy one object; a move then deletes the source, if the copy is whole and the
 * source still the same. What the plan found free is not replaced if it is taken by now.
 *
 * @param planned with a target, to be copied or moved
 */
record CopyTask(PlannedObject planned) implements TransferTask {

    @Override
    public void run(
            ObjectStore store,
            ProgressListener progress,
            Cancellation cancellation,
            Traces traces) {
        if (mayGoInParts(planned.size()) && traces.any()) {
            traces.release(store, target(), cancellation);
        }
        if (planned.action() == RearrangeAction.COPY) {
            copy(store, planned.etag(), progress, cancellation);
            return;
        }
        Optional<ObjectDetails> source = store.find(planned.source());
        if (source.isEmpty() && isCopied(store, planned.etag())) {
            // an attempt that came to its end, which nobody lived to hear
            return;
        }
        move(
                store,
                source.orElseGet(() -> store.details(planned.source())),
                progress,
                cancellation);
    }

    static boolean mayGoInParts(long bytes) {
        return bytes > CopyRequest.MAX_WHOLE_BYTES;
    }

    private void move(
            ObjectStore store,
            ObjectDetails source,
            ProgressListener progress,
            Cancellation cancellation) {
        String etag = planned.etag().isEmpty() ? source.etag() : planned.etag();
        copy(store, etag, progress, cancellation);
        cancellation.check();
        checkCopy(source, store.details(target()));
        store.deleteIfSame(planned.source(), etag, cancellation);
    }

    private void copy(
            ObjectStore store, String etag, ProgressListener progress, Cancellation cancellation) {
        try {
            store.copy(request(etag, !planned.replace()), progress, cancellation);
        } catch (FailureException e) {
            if (!(e.failure() instanceof Failure.Conflict)
                    || planned.replace()
                    || !isCopied(store, etag)) {
                throw e;
            }
            // an attempt whose answer was lost, perhaps before all that belongs to the object was
            // there: the same bytes once more do no harm
            store.copy(request(etag, false), progress, cancellation);
        }
    }

    private CopyRequest request(String etag, boolean onlyIfAbsent) {
        return new CopyRequest(
                planned.source(),
                planned.size(),
                etag,
                planned.storageClass(),
                target(),
                onlyIfAbsent);
    }

    /** Whether the target has the bytes of the source, as far as an ETag can tell. */
    private boolean isCopied(ObjectStore store, String etag) {
        try {
            return !etag.isEmpty()
                    && store.find(target())
                            .filter(there ->
                                    there.size() == planned.size() && there.etag().equals(etag))
                            .isPresent();
        } catch (FailureException e) {
            // then the conflict is all that is known
            return false;
        }
    }

    /** The source is not deleted for a copy that is not like it. */
    private void checkCopy(ObjectDetails source, ObjectDetails copy) {
        boolean same =
                copy.size() == source.size()
                        && (!isMd5(source) || !isMd5(copy) || source.etag().equals(copy.etag()));
        if (!same) {
            throw new FailureException(
                    new Failure.Conflict(
                            new Attempt("CopyObject", target().s3Uri()),
                            Technical.of("the copy is not like its source; both stay")));
        }
    }

    /** Under keys of a key service an ETag is no MD5 (S3 API reference, "Object"). */
    private static boolean isMd5(ObjectDetails object) {
        String encryption = object.headers().getOrDefault("x-amz-server-side-encryption", "AES256");
        return encryption.equals("AES256")
                && FileEtag.comparable(object.etag())
                && !FileEtag.inParts(object.etag());
    }

    private ObjectAddress target() {
        return planned.target().orElseThrow();
    }
}
