package org.outturn.connection;

import java.util.List;
import org.outturn.storage.BucketSummary;
import org.outturn.storage.ObjectStore;

/**
 * A connection that has answered.
 *
 * @param store to be closed when the connection is left
 * @param buckets those that can be opened; only the pinned one where listing is denied or a bucket
 *     was named
 * @param bucketsDenied whether the identity may not list buckets, so that there may be more than
 *     are known
 */
public record OpenConnection(
        Connection connection,
        ObjectStore store,
        List<BucketSummary> buckets,
        boolean bucketsDenied) {
    public OpenConnection {
        buckets = List.copyOf(buckets);
    }
}
