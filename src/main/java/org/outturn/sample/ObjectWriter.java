package org.outturn.sample;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PUT and DELETE of an object. */
final class ObjectWriter {
    private final SampleStore store;
    private final Buckets buckets;
    private final Clock clock;

    ObjectWriter(SampleStore store, Buckets buckets, Clock clock) {
        this.store = store;
        this.buckets = buckets;
        this.clock = clock;
    }

    void put(S3Request request, S3Response response) throws IOException {
        SampleBucket bucket = buckets.of(request);
        Conditions.write(request, bucket.live(request.key)); // before the body, to spare it
        ObjectAttributes attributes =
                RequestAttributes.of(request, bucket).withTags(RequestAttributes.tags(request));
        StoredContent content = request.body().store(store.files());
        StoredObject object = write(request, attributes, content);
        response.header("ETag", "\"" + content.etag() + "\"");
        content.checksums().forEach(response::header);
        written(buckets.of(request), object, response);
        response.send(200);
    }

    /** Makes content an object, if the conditions of the request hold at that moment. */
    StoredObject write(S3Request request, ObjectAttributes attributes, StoredContent content)
            throws IOException {
        store.files().retain(content.pieces());
        try {
            synchronized (store) {
                SampleBucket bucket = buckets.of(request);
                Conditions.write(request, bucket.live(request.key));
                StoredObject object =
                        bucket.newVersion(request.key, clock.instant(), attributes, content);
                store.change(new Change.OfObject(bucket.name, request.key, bucket.with(object)));
                return object;
            }
        } finally {
            store.files().release(content.pieces());
        }
    }

    /** Says of an object what the answer to its writing says. */
    static void written(SampleBucket bucket, StoredObject object, S3Response response) {
        String encryption = object.attributes().headers().get(RequestAttributes.ENCRYPTION);
        response.header(RequestAttributes.ENCRYPTION, encryption);
        response.header("x-amz-expiration", Lifecycle.expiration(bucket, object));
        ObjectReader.version(bucket, object, response);
    }

    void delete(S3Request request, S3Response response) throws IOException {
        Deleted deleted;
        synchronized (store) {
            SampleBucket bucket = buckets.of(request);
            Conditions.write(request, bucket.live(request.key));
            deleted = delete(bucket, request.key, request.parameter("versionId"));
        }
        response.header("x-amz-version-id", deleted.versionId);
        response.header("x-amz-delete-marker", deleted.marker ? "true" : null).send(204);
    }

    /**
     * What a deletion did.
     *
     * @param versionId the version removed or the marker made; null without versioning
     * @param marker whether that is a delete marker
     */
    record Deleted(@Nullable String versionId, boolean marker) {}

    /** Removes a version, or hides the object under a delete marker where the bucket keeps them. */
    Deleted delete(SampleBucket bucket, String key, @Nullable String versionId) throws IOException {
        synchronized (store) {
            Versioning versioning = bucket.state().versioning();
            if (versionId != null || versioning == Versioning.OFF) {
                String id = versionId == null ? "null" : versionId;
                StoredObject gone = bucket.version(key, id);
                if (gone != null) {
                    List<StoredObject> rest = bucket.without(key, id);
                    store.change(new Change.OfObject(bucket.name, key, rest));
                }
                return new Deleted(versionId, gone != null && gone.isDeleteMarker());
            }
            StoredObject marker =
                    bucket.newVersion(key, clock.instant(), ObjectAttributes.UNTYPED, null);
            store.change(new Change.OfObject(bucket.name, key, bucket.with(marker)));
            return new Deleted(marker.versionId(), true);
        }
    }
}
