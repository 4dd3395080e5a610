package org.outturn.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.Cancellation;
import org.outturn.storage.FileEtag;
import org.outturn.storage.ModifiedTime;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.PartialUpload;
import org.outturn.storage.ProgressListener;
import org.outturn.storage.UploadRequest;
import org.outturn.upload.Comparison;
import org.outturn.upload.ContentTypes;
import org.outturn.upload.PlannedFile;
import org.outturn.upload.UploadAction;

/**
 * Stores one file as it was when it was planned. What the plan creates is created only: an object
 * that has come there since stays.
 *
 * @param planned with a target, to be created or replaced
 */
record UploadTask(PlannedFile planned, Comparison comparison) implements TransferTask {
    /** As the S3 console stores the empty objects that it makes for folders. */
    private static final String FOLDER_TYPE = "application/x-directory; charset=UTF-8";

    @Override
    public void run(
            ObjectStore store,
            ProgressListener progress,
            Cancellation cancellation,
            Traces traces) {
        if (planned.standsForFolder()) {
            store.put(target(), new byte[0], FOLDER_TYPE, Map.of());
            return;
        }
        checkUnchanged();
        if (planned.options().contentEncoding().isEmpty()) {
            send(store, planned.file(), traces.parts(), progress, cancellation, traces);
            return;
        }
        try (var copy = CompressedCopy.of(planned.file(), cancellation)) {
            // nor while it was compressed; what comes after does not matter any more
            checkUnchanged();
            // parts of another copy are of no use
            traces.parts().ifPresent(old -> store.abort(old.target(), old.uploadId()));
            var scaled = new ScaledProgress(progress, planned.size());
            send(store, copy.file(), Optional.empty(), scaled, cancellation, traces);
        }
    }

    /**
     * @param file what the object is to be: the file itself, or its compressed copy
     */
    private void send(
            ObjectStore store,
            Path file,
            Optional<PartialUpload> begun,
            ProgressListener progress,
            Cancellation cancellation,
            Traces traces) {
        if (traces.possible() && isThere(store, file, cancellation)) {
            // an attempt that came to its end, which nobody lived to hear
            tag(store);
            traces.release(store, target(), cancellation);
            return;
        }
        traces.releaseNameless(store, target(), cancellation);
        boolean create = planned.action() == UploadAction.CREATE;
        try {
            store.upload(request(file, create, begun), progress, cancellation);
        } catch (FailureException e) {
            if (!create) {
                throw e;
            }
            if (e.failure() instanceof Failure.Conflict && isThere(store, file, cancellation)) {
                // an attempt whose answer was lost
                tag(store);
                return;
            }
            if (!mayNotLook(e.failure()) || comparison == Comparison.UNKNOWN) {
                throw e;
            }
            // some servers need a look first, which some identities may not take: the listing said
            // that there is nothing
            store.upload(request(file, false, begun), progress, cancellation);
        }
    }

    /** Some servers take tags only after the object, where that attempt may not have come to. */
    private void tag(ObjectStore store) {
        if (!planned.options().tags().values().isEmpty()) {
            store.setTags(target(), planned.options().tags());
        }
    }

    private UploadRequest request(Path file, boolean onlyIfAbsent, Optional<PartialUpload> begun) {
        String type = ContentTypes.of(planned.file(), target().key());
        return new UploadRequest(
                file,
                target(),
                type,
                Map.of(ModifiedTime.NAME, ModifiedTime.text(planned.modified())),
                onlyIfAbsent,
                planned.options(),
                begun,
                file.equals(planned.file()));
    }

    private void checkUnchanged() {
        Path file = planned.file();
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (now.size() != planned.size()
                    || !now.lastModifiedTime().toInstant().equals(planned.modified())) {
                throw LocalFailures.read(
                        file, "the file has changed since the plan was made; drop it again");
            }
        } catch (IOException e) {
            throw LocalFailures.read(file, e);
        }
    }

    private boolean isThere(ObjectStore store, Path file, Cancellation cancellation) {
        try {
            Optional<ObjectDetails> there = store.find(target());
            return there.isPresent()
                    && there.get().size() == Files.size(file)
                    && FileEtag.matches(file, there.get().etag(), cancellation);
        } catch (FailureException e) {
            if (!isRefusal(e.failure())) {
                // nobody knows yet; it can be found out later
                throw e;
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isRefusal(Failure failure) {
        return failure instanceof Failure.AccessDenied || failure instanceof Failure.NotSupported;
    }

    private static boolean mayNotLook(Failure failure) {
        return failure instanceof Failure.AccessDenied denied
                && denied.permission().equals("s3:GetObject");
    }

    private ObjectAddress target() {
        return planned.target().orElseThrow();
    }
}
