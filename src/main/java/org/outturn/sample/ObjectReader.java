package org.outturn.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** GET and HEAD of an object: whole, a range, or a part of it. */
final class ObjectReader {
    private static final Map<String, String> OVERRIDES =
            Map.of(
                    "response-content-type", "Content-Type",
                    "response-content-disposition", "Content-Disposition",
                    "response-content-encoding", "Content-Encoding",
                    "response-content-language", "Content-Language",
                    "response-cache-control", "Cache-Control",
                    "response-expires", "Expires");
    private final SampleStore store;
    private final Buckets buckets;
    private final Archive archive;
    private final Set<Quirk> quirks;

    ObjectReader(SampleStore store, Buckets buckets, Archive archive, Set<Quirk> quirks) {
        this.store = store;
        this.buckets = buckets;
        this.archive = archive;
        this.quirks = quirks;
    }

    void read(S3Request request, S3Response response) throws IOException {
        List<StoredContent.Piece> held;
        StoredObject object;
        synchronized (store) { // so that its files stay until it is sent, whoever deletes it
            object = buckets.object(request);
            held = object.bytes().pieces();
            store.files().retain(held);
        }
        try {
            send(object, request, response);
        } finally {
            store.files().release(held);
        }
    }

    private void send(StoredObject object, S3Request request, S3Response response)
            throws IOException {
        Conditions.read(request, "", object);
        if (!request.method.equals("HEAD")) {
            archive.requireReadable(object);
        }
        StoredContent content = object.bytes();
        var whole = new ByteRange(0, content.size(), content.size());
        ByteRange range = range(request, object);
        describe(buckets.of(request), object, response);
        if (range == null && "ENABLED".equals(request.header("x-amz-checksum-mode"))) {
            content.checksums().forEach(response::header);
        }
        OVERRIDES.forEach((name, header) -> response.header(header, request.parameter(name)));
        if (range != null) {
            response.header("Content-Range", range.length() == 0 ? null : range.contentRange());
        }
        if (request.parameter("partNumber") != null && !content.partSizes().isEmpty()) {
            response.header("x-amz-mp-parts-count", content.partSizes().size());
        }
        ByteRange sent = range == null ? whole : range;
        try (OutputStream out = response.begin(range == null ? 200 : 206, sent.length())) {
            if (!request.method.equals("HEAD")) {
                store.files().copy(content.slice(sent.first(), sent.length()), out);
            }
        }
    }

    /** What an answer says of an object, whatever part of it is asked for. */
    private void describe(SampleBucket bucket, StoredObject object, S3Response response) {
        object.attributes()
                .headers()
                .forEach((name, value) -> {
                    if (!Archive.KEPT.contains(name)) {
                        response.header(name, value);
                    }
                });
        response.header(Archive.RESTORE, archive.header(object));
        if (object.attributes().storageClass().equals("STANDARD")) {
            response.header(ObjectAttributes.STORAGE_CLASS, null);
        }
        response.header("ETag", "\"" + object.bytes().etag() + "\"");
        response.date("Last-Modified", object.modified());
        response.header("Accept-Ranges", "bytes");
        response.header("x-amz-expiration", Lifecycle.expiration(bucket, object));
        int tags = object.attributes().tags().size();
        response.header("x-amz-tagging-count", tags == 0 ? null : tags);
        version(bucket, object, response);
    }

    static void version(SampleBucket bucket, StoredObject object, S3Response response) {
        if (bucket.state().versioning() != Versioning.OFF) {
            response.header("x-amz-version-id", object.versionId());
        }
    }

    private @org.jspecify.annotations.Nullable ByteRange range(
            S3Request request, StoredObject object) {
        StoredContent content = object.bytes();
        if (request.parameter("partNumber") != null) {
            if (quirks.contains(Quirk.REFUSE_PART_NUMBER)) {
                throw S3Error.notImplemented("Reading by partNumber");
            }
            return part(request.number("partNumber", 0), content);
        }
        String header = request.header("Range");
        String ifRange = request.header("If-Range");
        if (header == null || ifRange != null && !Conditions.names(ifRange, object)) {
            return null;
        }
        return ByteRange.parse(header, content.size());
    }

    private static ByteRange part(int number, StoredContent content) {
        List<Long> sizes =
                content.partSizes().isEmpty() ? List.of(content.size()) : content.partSizes();
        if (number < 1 || number > sizes.size()) {
            throw new S3Error(
                    416, "InvalidPartNumber", "The requested partnumber is not satisfiable");
        }
        long first = sizes.subList(0, number - 1).stream().mapToLong(Long::longValue).sum();
        return new ByteRange(first, sizes.get(number - 1), content.size());
    }
}
