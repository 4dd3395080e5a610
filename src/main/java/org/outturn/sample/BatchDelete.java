package org.outturn.sample;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** DeleteObjects: up to 1,000 keys or versions in one request. */
final class BatchDelete {
    private final Buckets buckets;
    private final ObjectWriter writer;

    BatchDelete(Buckets buckets, ObjectWriter writer) {
        this.buckets = buckets;
        this.writer = writer;
    }

    void delete(S3Request request, S3Response response) throws IOException {
        SampleBucket bucket = buckets.of(request);
        boolean checked =
                request.header("Content-MD5") != null
                        || request.header("x-amz-trailer") != null
                        || Arrays.stream(Checksum.values())
                                .anyMatch(sum -> request.header(sum.header()) != null);
        if (!checked) {
            throw S3Error.invalidRequest("Missing required header for this request: Content-MD5");
        }
        XmlNode document = request.body().xml("Delete");
        List<XmlNode> objects = document.all("Object");
        if (objects.isEmpty() || objects.size() > 1000) {
            throw S3Error.malformedXml();
        }
        boolean quiet = "true".equals(document.value("Quiet"));
        XmlWriter xml = XmlWriter.of("DeleteResult");
        for (XmlNode object : objects) {
            String key = object.required("Key");
            String versionId = object.value("VersionId");
            String etag = object.value("ETag");
            StoredObject current = bucket.version(key, versionId);
            if (etag != null
                    && (current == null
                            || current.isDeleteMarker()
                            || !Conditions.names(etag, current))) {
                xml.open("Error").add("Key", key).add("Code", "PreconditionFailed");
                xml.add("Message", "The ETag did not match").close();
                continue;
            }
            ObjectWriter.Deleted deleted = writer.delete(bucket, key, versionId);
            if (quiet) {
                continue;
            }
            xml.open("Deleted").add("Key", key);
            if (versionId != null) {
                xml.add("VersionId", versionId);
            }
            if (deleted.marker()) {
                xml.add("DeleteMarker", true);
                xml.add("DeleteMarkerVersionId", String.valueOf(deleted.versionId()));
            }
            xml.close();
        }
        response.send(xml);
    }
}
