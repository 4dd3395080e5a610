package org.outturn.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Multipart uploads but for their completion: begin, add and copy parts, list them, give up. */
final class MultipartHandler {
    private static final int MAX_PARTS = 10_000;
    private final SampleStore store;
    private final Buckets buckets;
    private final Clock clock;

    MultipartHandler(SampleStore store, Buckets buckets, Clock clock) {
        this.store = store;
        this.buckets = buckets;
        this.clock = clock;
    }

    void create(S3Request request, S3Response response) throws IOException {
        SampleBucket bucket = buckets.of(request);
        ObjectAttributes attributes =
                RequestAttributes.of(request, bucket).withTags(RequestAttributes.tags(request));
        String algorithm = request.header("x-amz-checksum-algorithm", "");
        String checksum =
                algorithm.isEmpty()
                        ? ""
                        : Checksum.ofHeader(Checksum.PREFIX + algorithm)
                                .orElseThrow(
                                        () -> S3Error.invalidRequest("Unknown checksum algorithm"))
                                .header();
        String byDefault =
                checksum.equals(Checksum.CRC64NVME.header()) ? "FULL_OBJECT" : "COMPOSITE";
        String type = request.header("x-amz-checksum-type", byDefault);
        var upload =
                new Upload(
                        ContentFiles.newName(),
                        request.key,
                        clock.instant(),
                        attributes,
                        checksum,
                        type.equals("FULL_OBJECT"),
                        Upload.noParts());
        store.change(new Change.OfUpload(bucket.name, upload));
        if (!algorithm.isEmpty()) {
            response.header("x-amz-checksum-algorithm", algorithm.toUpperCase(Locale.ROOT));
            response.header("x-amz-checksum-type", type);
        }
        String encryption = attributes.headers().get(RequestAttributes.ENCRYPTION);
        response.header(RequestAttributes.ENCRYPTION, encryption);
        response.send(
                XmlWriter.of("InitiateMultipartUploadResult")
                        .add("Bucket", bucket.name)
                        .add("Key", upload.key())
                        .add("UploadId", upload.id()));
    }

    void part(S3Request request, S3Response response) throws IOException {
        upload(buckets, request);
        int number = partNumber(request);
        StoredContent content = request.body().store(store.files());
        add(request, number, content);
        response.header("ETag", "\"" + content.etag() + "\"");
        content.checksums().forEach(response::header);
        response.send(200);
    }

    void copyPart(S3Request request, S3Response response) throws IOException {
        upload(buckets, request);
        int number = partNumber(request);
        List<StoredContent.Piece> pieces;
        synchronized (store) { // so that the source stays until its bytes are counted in
            StoredObject source = CopySource.of(request).object(buckets);
            Conditions.read(request, CopySource.HEADER + "-", source);
            new Archive(clock).requireReadable(source);
            pieces = pieces(request, source.bytes());
            store.files().retain(pieces);
        }
        Upload.Part part;
        try {
            MessageDigest md5 = Digests.digest("MD5");
            store.files()
                    .copy(pieces, new DigestOutputStream(OutputStream.nullOutputStream(), md5));
            String etag = Digests.hex(md5.digest());
            part = add(request, number, new StoredContent(pieces, etag, List.of(), Map.of()));
        } finally {
            store.files().release(pieces);
        }
        response.send(
                XmlWriter.of("CopyPartResult")
                        .add("LastModified", part.modified())
                        .add("ETag", "\"" + part.content().etag() + "\""));
    }

    private static List<StoredContent.Piece> pieces(S3Request request, StoredContent source) {
        String header = request.header("x-amz-copy-source-range");
        if (header == null) {
            return source.pieces();
        }
        ByteRange range = ByteRange.parse(header, source.size());
        if (range == null) {
            throw S3Error.invalidArgument(
                    "The x-amz-copy-source-range value must be of the form bytes=first-last");
        }
        return source.slice(range.first(), range.length());
    }

    private Upload.Part add(S3Request request, int number, StoredContent content)
            throws IOException {
        store.files().retain(content.pieces());
        try {
            synchronized (store) {
                Upload upload = upload(buckets, request);
                var part = new Upload.Part(number, clock.instant(), content);
                store.change(new Change.OfPart(request.bucket, upload.key(), upload.id(), part));
                return part;
            }
        } finally {
            store.files().release(content.pieces());
        }
    }

    void parts(S3Request request, S3Response response) throws IOException {
        Upload upload = upload(buckets, request);
        int max = Math.min(request.number("max-parts", 1000), 1000);
        int after = request.number("part-number-marker", 0);
        var rest = List.copyOf(upload.parts().tailMap(after, false).values());
        var page = rest.subList(0, Math.min(max, rest.size()));
        XmlWriter xml = XmlWriter.of("ListPartsResult").add("Bucket", request.bucket);
        xml.add("Key", upload.key()).add("UploadId", upload.id());
        ListingXml.owner(ListingXml.owner(xml, "Initiator"), "Owner");
        xml.add("StorageClass", upload.attributes().storageClass());
        xml.add("PartNumberMarker", after).add("MaxParts", max);
        xml.add("IsTruncated", page.size() < rest.size());
        if (!page.isEmpty()) {
            xml.add("NextPartNumberMarker", page.getLast().number());
        }
        for (Upload.Part part : page) {
            xml.open("Part").add("PartNumber", part.number()).add("LastModified", part.modified());
            xml.add("ETag", "\"" + part.content().etag() + "\"").add("Size", part.content().size());
            part.content().checksums().forEach((header, sum) -> addChecksum(xml, header, sum));
            xml.close();
        }
        response.send(xml);
    }

    static void addChecksum(XmlWriter xml, String header, String value) {
        Checksum.ofHeader(header).ifPresent(sum -> xml.add("Checksum" + sum.name(), value));
    }

    void abort(S3Request request, S3Response response) throws IOException {
        synchronized (store) {
            Upload upload = upload(buckets, request);
            store.change(new Change.OfUploadEnd(request.bucket, upload.key(), upload.id()));
        }
        response.send(204);
    }

    /**
     * The upload that a request is about.
     *
     * @throws S3Error {@code NoSuchUpload} when it never was, was completed or was aborted
     */
    static Upload upload(Buckets buckets, S3Request request) {
        String id = request.parameter("uploadId", "");
        Upload upload = buckets.of(request).upload(request.key, id);
        if (upload == null) {
            throw new S3Error(
                            404,
                            "NoSuchUpload",
                            "The specified upload does not exist. The upload ID may be invalid, or"
                                    + " the upload may have been aborted or completed.")
                    .detail("UploadId", id);
        }
        return upload;
    }

    private static int partNumber(S3Request request) {
        int number = request.number("partNumber", 0);
        if (number < 1 || number > MAX_PARTS) {
            throw S3Error.invalidArgument(
                    "Part number must be an integer between 1 and " + MAX_PARTS + ", inclusive");
        }
        return number;
    }
}
