package org.outturn.aws;

import java.io.IOException;
import java.util.Optional;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.Cancellation;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * What comes after the last byte of an upload: the file has not changed meanwhile, what is stored
 * is the file, and it is stored as asked.
 */
final class AfterUpload {
    private final UploadCheck check;
    private final KeptOptions kept;
    private final LostTags lostTags;

    AfterUpload(UploadCheck check, KeptOptions kept, LostTags lostTags) {
        this.check = check;
        this.kept = kept;
        this.lostTags = lostTags;
    }

    /**
     * @throws FailureException if it is not all as it should be; what the upload has created is
     *     removed then, so that it is not taken for the file
     */
    void finish(Sending sending, PutObjectResponse answer, Cancellation cancellation) {
        Call call = Call.on(Operation.PUT_OBJECT, sending.request().target());
        try {
            sending.source().checkUnchanged(call.attempt());
            check.check(sending.request(), sending.digests(), answer, cancellation);
            kept.check(sending.request(), answer);
        } catch (IOException e) {
            throw LocalSource.failure(sending.source().file(), call.attempt(), e);
        } catch (FailureException e) {
            if (isAboutObject(e.failure())) {
                check.undo(sending.request(), answer);
            }
            throw e;
        }
        lostTags.restore(sending.request(), answer);
    }

    /** What is known of the object if the answer to the last request was lost. */
    Optional<PutObjectResponse> stored(Sending sending) {
        return check.storedAfterAll(sending.request(), sending.digests());
    }

    /** Not where only the proof failed, for instance because nobody answered. */
    private static boolean isAboutObject(Failure failure) {
        return failure instanceof Failure.Damaged
                || failure instanceof Failure.LocalFile
                || failure instanceof Failure.Archived
                || failure instanceof Failure.NotSupported;
    }
}
