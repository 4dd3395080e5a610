package org.outturn.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Lists buckets, objects (both versions of the call), versions of objects, and uploads. */
final class ListingHandler {
    private static final int MAX_ROWS = 1000;
    private final SampleStore store;
    private final Buckets buckets;

    ListingHandler(SampleStore store, Buckets buckets) {
        this.store = store;
        this.buckets = buckets;
    }

    void buckets(S3Request request, S3Response response) throws IOException {
        XmlWriter xml = XmlWriter.of("ListAllMyBucketsResult");
        ListingXml.owner(xml, "Owner");
        xml.open("Buckets");
        for (SampleBucket bucket : store.buckets()) {
            xml.open("Bucket").add("Name", bucket.name);
            xml.add("CreationDate", bucket.state().created()).close();
        }
        response.send(xml.close());
    }

    /** ListObjectsV2 when {@code list-type} is 2, else ListObjects. */
    void objects(S3Request request, S3Response response) throws IOException {
        SampleBucket bucket = buckets.of(request);
        boolean v2 = request.parameter("list-type", "1").equals("2");
        String token = request.parameter("continuation-token");
        String after =
                !v2
                        ? request.parameter("marker", "")
                        : token == null ? request.parameter("start-after", "") : decode(token);
        var query = query(request, "max-keys", after, "");
        var page =
                ListingPage.read(
                        bucket.objects, query, ListingHandler::live, StoredObject::versionId);
        UnaryOperator<String> code = ListingXml.encoding(request);
        XmlWriter xml = ListingXml.begin("ListBucketResult", "Name", request, query, code);
        xml.add("MaxKeys", query.max()).add("IsTruncated", page.truncated());
        if (v2) {
            xml.add("KeyCount", page.rows().size());
            ListingXml.addIfSent(xml, "ContinuationToken", request, "continuation-token", s -> s);
            ListingXml.addIfSent(xml, "StartAfter", request, "start-after", code);
            if (page.truncated()) {
                xml.add("NextContinuationToken", encode(page.last().name()));
            }
        } else {
            xml.add("Marker", code.apply(after));
            if (page.truncated() && !query.delimiter().isEmpty()) {
                xml.add("NextMarker", code.apply(page.last().name()));
            }
        }
        boolean owner = !v2 || request.parameter("fetch-owner", "").equals("true");
        for (var row : page.rows()) {
            StoredObject object = row.item();
            if (object == null) {
                ListingXml.commonPrefix(xml, code.apply(row.name()));
                continue;
            }
            xml.open("Contents").add("Key", code.apply(row.name()));
            ListingXml.describe(xml, object);
            if (owner) {
                ListingXml.owner(xml, "Owner");
            }
            xml.close();
        }
        response.send(xml);
    }

    void versions(S3Request request, S3Response response) throws IOException {
        SampleBucket bucket = buckets.of(request);
        var query = query(request, "max-keys", "key-marker", "version-id-marker", "");
        var page =
                ListingPage.read(
                        bucket.objects, query, Function.identity(), StoredObject::versionId);
        UnaryOperator<String> code = ListingXml.encoding(request);
        XmlWriter xml = ListingXml.begin("ListVersionsResult", "Name", request, query, code);
        xml.add("MaxKeys", query.max()).add("IsTruncated", page.truncated());
        xml.add("KeyMarker", code.apply(query.after())).add("VersionIdMarker", query.afterId());
        if (page.truncated()) {
            StoredObject last = page.last().item();
            xml.add("NextKeyMarker", code.apply(page.last().name()));
            xml.add("NextVersionIdMarker", last == null ? "" : last.versionId());
        }
        for (var row : page.rows()) {
            StoredObject object = row.item();
            if (object == null) {
                ListingXml.commonPrefix(xml, code.apply(row.name()));
                continue;
            }
            xml.open(object.isDeleteMarker() ? "DeleteMarker" : "Version");
            xml.add("Key", code.apply(row.name())).add("VersionId", object.versionId());
            xml.add("IsLatest", object == bucket.newest(row.name()));
            ListingXml.describe(xml, object);
            ListingXml.owner(xml, "Owner").close();
        }
        response.send(xml);
    }

    void uploads(S3Request request, S3Response response) throws IOException {
        SampleBucket bucket = buckets.of(request);
        var query = query(request, "max-uploads", "key-marker", "upload-id-marker", "");
        var page = ListingPage.read(bucket.uploads, query, Function.identity(), Upload::id);
        UnaryOperator<String> code = ListingXml.encoding(request);
        XmlWriter xml =
                ListingXml.begin("ListMultipartUploadsResult", "Bucket", request, query, code);
        xml.add("MaxUploads", query.max()).add("IsTruncated", page.truncated());
        xml.add("KeyMarker", code.apply(query.after())).add("UploadIdMarker", query.afterId());
        if (page.truncated()) {
            Upload last = page.last().item();
            xml.add("NextKeyMarker", code.apply(page.last().name()));
            xml.add("NextUploadIdMarker", last == null ? "" : last.id());
        }
        for (var row : page.rows()) {
            Upload upload = row.item();
            if (upload == null) {
                ListingXml.commonPrefix(xml, code.apply(row.name()));
                continue;
            }
            xml.open("Upload").add("Key", code.apply(row.name())).add("UploadId", upload.id());
            ListingXml.owner(ListingXml.owner(xml, "Initiator"), "Owner");
            xml.add("StorageClass", upload.attributes().storageClass());
            xml.add("Initiated", upload.initiated()).close();
        }
        response.send(xml);
    }

    private static List<StoredObject> live(List<StoredObject> versions) {
        return versions.getFirst().isDeleteMarker() ? List.of() : versions.subList(0, 1);
    }

    private static ListingPage.Query query(
            S3Request request, String max, String keyMarker, String idMarker, String otherwise) {
        return query(
                request,
                max,
                request.parameter(keyMarker, otherwise),
                request.parameter(idMarker, otherwise));
    }

    private static ListingPage.Query query(
            S3Request request, String max, String after, String afterId) {
        return new ListingPage.Query(
                request.parameter("prefix", ""),
                request.parameter("delimiter", ""),
                after,
                afterId,
                Math.min(request.number(max, MAX_ROWS), MAX_ROWS));
    }

    private static String encode(String name) {
        return Base64.getUrlEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw S3Error.invalidArgument("The continuation token provided is incorrect");
        }
    }
}
