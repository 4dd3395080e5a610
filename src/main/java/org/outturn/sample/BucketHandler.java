package org.outturn.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;

/** Buckets themselves: making, asking for and removing them, their versioning and documents. */
final class BucketHandler {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private final SampleStore store;
    private final Buckets buckets;
    private final String region;
    private final Clock clock;

    BucketHandler(SampleStore store, Buckets buckets, String region, Clock clock) {
        this.store = store;
        this.buckets = buckets;
        this.region = region;
        this.clock = clock;
    }

    void create(S3Request request, S3Response response) throws IOException {
        if (!NAME.matcher(request.bucket).matches() || request.bucket.contains("..")) {
            throw new S3Error(400, "InvalidBucketName", "The specified bucket is not valid.");
        }
        byte[] xml = request.body().bytes();
        if (xml.length > 0) {
            String place =
                    XmlNode.parse(xml, "CreateBucketConfiguration").value("LocationConstraint");
            if (place != null && !place.equals(region)) {
                throw new S3Error(
                        400,
                        "InvalidLocationConstraint",
                        "The specified location-constraint is not valid");
            }
        }
        synchronized (store) {
            if (store.hasBucket(request.bucket)) {
                throw new S3Error(
                        409,
                        "BucketAlreadyOwnedByYou",
                        "Your previous request to create the named bucket succeeded and you already"
                                + " own it.");
            }
            var state = new Change.BucketState(clock.instant(), Versioning.OFF, Map.of());
            store.change(new Change.OfBucket(request.bucket, state));
        }
        response.header("Location", "/" + request.bucket).send(200);
    }

    void head(S3Request request, S3Response response) throws IOException {
        buckets.of(request);
        response.header("x-amz-bucket-region", region).send(200);
    }

    void delete(S3Request request, S3Response response) throws IOException {
        synchronized (store) {
            if (!buckets.of(request).objects.isEmpty()) {
                throw new S3Error(
                        409, "BucketNotEmpty", "The bucket you tried to delete is not empty");
            }
            store.change(new Change.OfBucket(request.bucket, null));
        }
        response.send(204);
    }

    void location(S3Request request, S3Response response) throws IOException {
        buckets.of(request);
        XmlWriter xml = XmlWriter.of("LocationConstraint");
        // S3 names its oldest region by saying nothing
        response.send(region.equals("us-east-1") ? xml : xml.text(region));
    }

    void versioning(S3Request request, S3Response response) throws IOException {
        Versioning versioning = buckets.of(request).state().versioning();
        XmlWriter xml = XmlWriter.of("VersioningConfiguration");
        response.send(versioning == Versioning.OFF ? xml : xml.add("Status", versioning.status));
    }

    void setVersioning(S3Request request, S3Response response) throws IOException {
        buckets.of(request);
        String status = request.body().xml("VersioningConfiguration").required("Status");
        Versioning versioning =
                switch (status) {
                    case "Enabled" -> Versioning.ENABLED;
                    case "Suspended" -> Versioning.SUSPENDED;
                    default -> throw S3Error.malformedXml();
                };
        store.setVersioning(request.bucket, versioning);
        response.send(200);
    }

    void document(BucketDocument kind, S3Request request, S3Response response) throws IOException {
        String document = buckets.of(request).document(kind);
        if (document == null) {
            throw new S3Error(404, kind.absentCode, kind.absentMessage)
                    .detail("BucketName", request.bucket);
        }
        if (kind == BucketDocument.LIFECYCLE) {
            response.header(Lifecycle.SMALLEST_HEADER, Lifecycle.SMALLEST);
        }
        String type = kind.root.isEmpty() ? "application/json" : "application/xml";
        response.send(200, type, document.getBytes(StandardCharsets.UTF_8));
    }

    void setDocument(BucketDocument kind, S3Request request, S3Response response)
            throws IOException {
        buckets.of(request);
        String smallest = request.header(Lifecycle.SMALLEST_HEADER, Lifecycle.SMALLEST);
        if (!smallest.equals(Lifecycle.SMALLEST)) {
            throw S3Error.notImplemented(Lifecycle.SMALLEST_HEADER + ": " + smallest);
        }
        byte[] document = request.body().bytes();
        String text = new String(document, StandardCharsets.UTF_8);
        if (!kind.root.isEmpty()) {
            XmlNode xml = XmlNode.parse(document, kind.root);
            if (kind == BucketDocument.LIFECYCLE) {
                Lifecycle.validate(xml);
            }
        } else if (!text.stripLeading().startsWith("{")) {
            throw new S3Error(400, "MalformedPolicy", "This policy contains invalid Json");
        }
        store.setDocument(request.bucket, kind, text);
        boolean empty = kind == BucketDocument.POLICY || kind == BucketDocument.TAGGING;
        response.send(empty ? 204 : 200);
    }

    void removeDocument(BucketDocument kind, S3Request request, S3Response response)
            throws IOException {
        buckets.of(request);
        store.setDocument(request.bucket, kind, null);
        response.send(204);
    }
}
