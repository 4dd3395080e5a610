package org.outturn.sample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One change to what a store holds, as its index keeps it; a later one replaces an earlier one. */
sealed interface Change {
    String bucket();

    /** A bucket and its documents; a null state means it is gone with all that was in it. */
    record OfBucket(String bucket, @Nullable BucketState state) implements Change {}

    /** All versions of a key, newest first; none means the key is gone. */
    record OfObject(String bucket, String key, List<StoredObject> versions) implements Change {}

    /** A multipart upload as it was begun. */
    record OfUpload(String bucket, Upload upload) implements Change {}

    /** A part that arrived. */
    record OfPart(String bucket, String key, String id, Upload.Part part) implements Change {}

    /** A multipart upload that was completed or aborted. */
    record OfUploadEnd(String bucket, String key, String id) implements Change {}

    /** What belongs to a bucket itself. */
    record BucketState(
            Instant created, Versioning versioning, Map<BucketDocument, String> documents) {
        public BucketState {
            documents = Map.copyOf(documents);
        }
    }
}
