package org.outturn.aws;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.PartialUpload;
import org.outturn.storage.ProgressListener;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;

/** The parts of one copy, a bounded number of them at a time. */
final class CopiedParts {
    private final Requests requests;
    private final ObjectAddress source;
    private final String sourceEtag;
    private final PartialUpload upload;
    private final AtomicReferenceArray<CompletedPart> copied;
    private final AtomicInteger next = new AtomicInteger();
    private final ReentrantLock telling = new ReentrantLock();
    private long bytesDone;
    private final AtomicReference<@Nullable RuntimeException> broken = new AtomicReference<>();

    /**
     * @param sourceEtag as the server gave it; a part of anything else is not copied
     */
    CopiedParts(Requests requests, ObjectAddress source, String sourceEtag, PartialUpload upload) {
        this.requests = requests;
        this.source = source;
        this.sourceEtag = sourceEtag;
        this.upload = upload;
        long count = Math.ceilDiv(upload.fileBytes(), upload.partBytes());
        copied = new AtomicReferenceArray<>(Math.toIntExact(count));
    }

    /**
     * Copies all of them; returns when no request for any is under way here.
     *
     * @throws org.outturn.failure.FailureException with the first failure
     * @throws CancellationException if cancelled
     */
    List<CompletedPart> copy(int atATime, ProgressListener progress, Cancellation cancellation) {
        Cancellation all = new Cancellation();
        cancellation.onCancel(all::cancel);
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(atATime, copied.length()); i++) {
            workers.add(
                    Thread.ofVirtual().name("copy-parts-" + i).start(() -> work(progress, all)));
        }
        join(workers, all);
        cancellation.check();
        RuntimeException failure = broken.get();
        if (failure != null) {
            throw failure;
        }
        List<CompletedPart> parts = new ArrayList<>(copied.length());
        for (int i = 0; i < copied.length(); i++) {
            parts.add(copied.get(i));
        }
        return parts;
    }

    private static void join(List<Thread> workers, Cancellation all) {
        try {
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            all.cancel();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private void work(ProgressListener progress, Cancellation all) {
        Interruptible interruptible = new Interruptible(all);
        try {
            for (int i = next.getAndIncrement(); i < copied.length(); i = next.getAndIncrement()) {
                int index = i;
                copied.set(index, interruptible.call(() -> copy(index)));
                tell(progress, length(index));
            }
        } catch (RuntimeException e) {
            broken.compareAndSet(null, e);
            all.cancel();
        }
    }

    /** One after the other, so that nobody sees it go back. */
    private void tell(ProgressListener progress, long more) {
        telling.lock();
        try {
            bytesDone += more;
            progress.transferred(bytesDone, upload.fileBytes());
        } finally {
            telling.unlock();
        }
    }

    private CompletedPart copy(int index) {
        ObjectAddress target = upload.target();
        long from = index * upload.partBytes();
        UploadPartCopyRequest part =
                UploadPartCopyRequest.builder()
                        .sourceBucket(source.bucket())
                        .sourceKey(source.key())
                        .copySourceIfMatch(sourceEtag)
                        .copySourceRange("bytes=" + from + "-" + (from + length(index) - 1))
                        .destinationBucket(target.bucket())
                        .destinationKey(target.key())
                        .uploadId(upload.uploadId())
                        .partNumber(index + 1)
                        .build();
        Call call = Call.on(Operation.COPY_PART, target);
        String etag =
                requests.sendPatiently(call, s3 -> s3.uploadPartCopy(part)).copyPartResult().eTag();
        return CompletedPart.builder().partNumber(index + 1).eTag(etag).build();
    }

    private long length(int index) {
        return Math.min(upload.partBytes(), upload.fileBytes() - index * upload.partBytes());
    }

    /**
     * The ETag that servers give an object of these parts: the MD5 of the parts' MD5s, a dash,
     * their number; empty when they are no MD5s, as under some encryption.
     */
    static String etag(List<CompletedPart> parts) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            for (CompletedPart part : parts) {
                md5.update(HexFormat.of().parseHex(Etags.plain(part.eTag())));
            }
            return HexFormat.of().formatHex(md5.digest()) + "-" + parts.size();
        } catch (IllegalArgumentException e) {
            return "";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has MD5", e);
        }
    }
}
