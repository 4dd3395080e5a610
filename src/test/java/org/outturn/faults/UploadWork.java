package org.outturn.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;
import org.outturn.storage.TestBucket;
import org.outturn.transfer.BatchListener;
import org.outturn.transfer.TransferQueue;
import org.outturn.upload.OverwritePolicy;
import org.outturn.upload.PlanListener;
import org.outturn.upload.PlannedFile;
import org.outturn.upload.UploadPlan;
import org.outturn.upload.UploadPlanner;

/** A file or folder dropped on a prefix where nothing is. */
final class UploadWork implements Work {
    private static final int MOST_BYTES = 64 << 20;

    private final TestBucket bucket;
    private final Prefix target;
    private final UploadPlan plan;

    /**
     * @param bucket reached without the proxy
     */
    UploadWork(TestBucket bucket, Path dropped, Prefix target) {
        this.bucket = bucket;
        this.target = target;
        this.plan =
                new UploadPlanner(bucket.store())
                        .plan(
                                List.of(dropped),
                                target,
                                OverwritePolicy.REPLACE_DIFFERENT,
                                Cancellation.never(),
                                PlanListener.NONE);
    }

    @Override
    public void submit(TransferQueue queue) {
        queue.submit(plan, BatchListener.NONE);
    }

    @Override
    public List<String> wrong() {
        Map<String, Path> files = files();
        List<String> wrong = new ArrayList<>();
        for (ObjectEntry entry : bucket.entries(target.value())) {
            Path file = files.get(entry.key());
            if (file == null || !isSame(entry, file)) {
                wrong.add(entry.key());
            }
        }
        return wrong;
    }

    @Override
    public List<String> missing() {
        List<String> missing = new ArrayList<>(files().keySet());
        missing.removeAll(bucket.keys(target.value()));
        return missing;
    }

    private Map<String, Path> files() {
        Map<String, Path> files = new HashMap<>();
        for (PlannedFile planned : plan.files()) {
            files.put(planned.target().orElseThrow().key(), planned.file());
        }
        return files;
    }

    private boolean isSame(ObjectEntry entry, Path file) {
        try {
            byte[] expected = Files.readAllBytes(file);
            return entry.etag().equals(md5(expected))
                    || Arrays.equals(
                            expected,
                            bucket.store()
                                    .read(
                                            new ObjectAddress(bucket.name(), entry.key()),
                                            0,
                                            MOST_BYTES,
                                            Cancellation.never()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has MD5", e);
        }
    }
}
