package org.outturn.transfer;

import java.util.List;
import java.util.Map;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ProgressListener;

/** Deletes one object; many at a time by {@link #together}. */
record DeleteTask(ObjectAddress address) implements TransferTask {
    /** How many objects one request takes (S3 API reference, DeleteObjects). */
    static final int MOST_TOGETHER = 1_000;

    @Override
    public void run(
            ObjectStore store,
            ProgressListener progress,
            Cancellation cancellation,
            Traces traces) {
        cancellation.check();
        Failure failure =
                together(store, address.bucket(), List.of(address.key())).get(address.key());
        if (failure != null) {
            throw new FailureException(failure);
        }
    }

    /**
     * Deletes objects of one bucket by one request. Not to be cancelled: without its answer nobody
     * would know which are gone.
     *
     * @return why those that are still there are
     * @throws FailureException if the request as a whole did not work
     */
    static Map<String, Failure> together(ObjectStore store, String bucket, List<String> keys) {
        return store.delete(bucket, keys, _ -> {}, Cancellation.never()).failed();
    }
}
