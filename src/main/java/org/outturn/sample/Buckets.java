package org.outturn.sample;

import org.jspecify.annotations.Nullable;

/** Finds what a request names, or says as S3 does that it is not there. */
final class Buckets {
    private final SampleStore store;

    Buckets(SampleStore store) {
        this.store = store;
    }

    SampleBucket of(S3Request request) {
        return named(request.bucket);
    }

    SampleBucket named(String name) {
        SampleBucket bucket = store.bucket(name);
        if (bucket == null) {
            throw S3Error.noSuchBucket(name);
        }
        return bucket;
    }

    /** The object, or its version, that a request is about. */
    StoredObject object(S3Request request) {
        return object(of(request), request.key, request.parameter("versionId"));
    }

    /**
     * @param versionId null for the newest version
     * @throws S3Error 404 when there is none or it is deleted, 405 when the very version asked for
     *     is a delete marker
     */
    static StoredObject object(SampleBucket bucket, String key, @Nullable String versionId) {
        StoredObject object = bucket.version(key, versionId);
        if (object == null && versionId != null) {
            throw new S3Error(404, "NoSuchVersion", "The specified version does not exist.")
                    .detail("Key", key)
                    .detail("VersionId", versionId);
        }
        if (object == null) {
            throw S3Error.noSuchKey(key);
        }
        if (object.isDeleteMarker()) {
            S3Error error =
                    versionId == null
                            ? S3Error.noSuchKey(key)
                            : new S3Error(
                                    405,
                                    "MethodNotAllowed",
                                    "The specified method is not allowed against this resource.");
            throw error.header("x-amz-delete-marker", "true")
                    .header("x-amz-version-id", object.versionId());
        }
        return object;
    }
}
