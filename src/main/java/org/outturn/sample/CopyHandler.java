package org.outturn.sample;

import java.io.IOException;
import java.util.Set;
import java.util.TreeMap;

/** CopyObject: a new object that shares the bytes of another. */
final class CopyHandler {
    /** Asked for or the bucket's default at each place, never carried along. */
    private static final Set<String> OF_THE_PLACE =
            Set.of(ObjectAttributes.STORAGE_CLASS, RequestAttributes.ENCRYPTION);

    private final SampleStore store;
    private final Buckets buckets;
    private final Archive archive;
    private final ObjectWriter writer;

    CopyHandler(SampleStore store, Buckets buckets, Archive archive, ObjectWriter writer) {
        this.store = store;
        this.buckets = buckets;
        this.archive = archive;
        this.writer = writer;
    }

    void copy(S3Request request, S3Response response) throws IOException {
        SampleBucket bucket = buckets.of(request);
        ObjectAttributes asked = RequestAttributes.of(request, bucket);
        StoredObject source;
        StoredObject object;
        synchronized (store) {
            source = CopySource.of(request).object(buckets);
            Conditions.read(request, CopySource.HEADER + "-", source);
            archive.requireReadable(source);
            refuseToCopyNothing(request, bucket.newest(request.key) == source);
            ObjectAttributes attributes = attributes(request, asked, source.attributes());
            object = writer.write(request, attributes, source.bytes());
        }
        if (!source.versionId().equals("null")) {
            response.header("x-amz-copy-source-version-id", source.versionId());
        }
        ObjectWriter.written(bucket, object, response);
        response.send(
                XmlWriter.of("CopyObjectResult")
                        .add("LastModified", object.modified())
                        .add("ETag", "\"" + object.bytes().etag() + "\""));
    }

    private static void refuseToCopyNothing(S3Request request, boolean toItself) {
        if (toItself
                && !replaces(request, "x-amz-metadata-directive")
                && request.header(ObjectAttributes.STORAGE_CLASS) == null
                && request.header(RequestAttributes.ENCRYPTION) == null) {
            throw S3Error.invalidRequest(
                    "This copy request is illegal because it is trying to copy an object to itself"
                            + " without changing the object's metadata, storage class, website"
                            + " redirect location or encryption attributes.");
        }
    }

    private static ObjectAttributes attributes(
            S3Request request, ObjectAttributes asked, ObjectAttributes source) {
        var headers = new TreeMap<>(asked.headers());
        if (!replaces(request, "x-amz-metadata-directive")) {
            headers.keySet().removeIf(name -> !OF_THE_PLACE.contains(name));
            source.headers()
                    .forEach((name, value) -> {
                        if (!OF_THE_PLACE.contains(name) && !Archive.KEPT.contains(name)) {
                            headers.put(name, value);
                        }
                    });
        }
        return new ObjectAttributes(
                headers,
                replaces(request, "x-amz-tagging-directive")
                        ? RequestAttributes.tags(request)
                        : source.tags());
    }

    private static boolean replaces(S3Request request, String directive) {
        return request.header(directive, "COPY").equals("REPLACE");
    }
}
