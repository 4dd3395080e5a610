package org.outturn.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** CompleteMultipartUpload: the parts become an object, without being copied. */
final class MultipartCompletion {
    private static final long MIN_PART = 5L << 20;
    private final SampleStore store;
    private final Buckets buckets;
    private final ObjectWriter writer;

    MultipartCompletion(SampleStore store, Buckets buckets, ObjectWriter writer) {
        this.store = store;
        this.buckets = buckets;
        this.writer = writer;
    }

    void complete(S3Request request, S3Response response) throws IOException {
        List<XmlNode> named = request.body().xml("CompleteMultipartUpload").all("Part");
        Upload upload;
        List<Upload.Part> parts;
        List<StoredContent.Piece> pieces;
        synchronized (store) {
            upload = MultipartHandler.upload(buckets, request);
            parts = chosen(upload, named);
            pieces = parts.stream().flatMap(part -> part.content().pieces().stream()).toList();
            store.files().retain(pieces);
        }
        StoredObject object;
        try {
            var content =
                    new StoredContent(
                            pieces,
                            etag(parts),
                            parts.stream().map(part -> part.content().size()).toList(),
                            checksum(request, upload, parts, pieces));
            synchronized (store) {
                MultipartHandler.upload(buckets, request);
                object = writer.write(request, upload.attributes(), content);
                store.change(new Change.OfUploadEnd(request.bucket, upload.key(), upload.id()));
            }
        } finally {
            store.files().release(pieces);
        }
        ObjectWriter.written(buckets.of(request), object, response);
        XmlWriter xml = XmlWriter.of("CompleteMultipartUploadResult");
        xml.add("Location", request.rawPath).add("Bucket", request.bucket).add("Key", request.key);
        xml.add("ETag", "\"" + object.bytes().etag() + "\"");
        object.bytes().checksums().forEach((name, v) -> MultipartHandler.addChecksum(xml, name, v));
        response.send(xml);
    }

    private static List<Upload.Part> chosen(Upload upload, List<XmlNode> named) {
        if (named.isEmpty()) {
            throw S3Error.malformedXml();
        }
        var parts = new ArrayList<Upload.Part>();
        int before = 0;
        for (XmlNode node : named) {
            int number = number(node);
            if (number <= before) {
                throw new S3Error(
                        400,
                        "InvalidPartOrder",
                        "The list of parts was not in ascending order. The parts list must be"
                                + " specified in order by part number.");
            }
            before = number;
            Upload.Part part = upload.parts().get(number);
            if (part == null || !isAsNamed(part, node)) {
                throw new S3Error(
                                400,
                                "InvalidPart",
                                "One or more of the specified parts could not be found. The part"
                                        + " might not have been uploaded, or the specified entity"
                                        + " tag might not have matched the part's entity tag.")
                        .detail("PartNumber", Integer.toString(number));
            }
            parts.add(part);
        }
        for (Upload.Part part : parts.subList(0, parts.size() - 1)) {
            if (part.content().size() < MIN_PART) {
                throw new S3Error(
                                400,
                                "EntityTooSmall",
                                "Your proposed upload is smaller than the minimum allowed size")
                        .detail("PartNumber", Integer.toString(part.number()));
            }
        }
        return parts;
    }

    private static int number(XmlNode part) {
        try {
            return Integer.parseInt(part.required("PartNumber").strip());
        } catch (NumberFormatException e) {
            throw S3Error.malformedXml();
        }
    }

    private static boolean isAsNamed(Upload.Part part, XmlNode node) {
        for (Checksum checksum : Checksum.values()) {
            String named = node.value("Checksum" + checksum.name());
            String known = part.content().checksums().get(checksum.header());
            if (named != null && known != null && !named.equals(known)) {
                return false;
            }
        }
        return node.required("ETag").replace("\"", "").strip().equals(part.content().etag());
    }

    private static String etag(List<Upload.Part> parts) {
        var sum = Checksum.of(Digests.digest("MD5"));
        for (Upload.Part part : parts) {
            byte[] md5 = HexFormat.of().parseHex(part.content().etag());
            sum.update(md5, 0, md5.length);
        }
        return Digests.hex(sum.value()) + "-" + parts.size();
    }

    /** The checksum of the whole: over its bytes, or over the checksums of its parts. */
    private Map<String, String> checksum(
            S3Request request,
            Upload upload,
            List<Upload.Part> parts,
            List<StoredContent.Piece> pieces)
            throws IOException {
        Checksum checksum = Checksum.ofHeader(upload.checksumHeader()).orElse(null);
        if (checksum == null) {
            return Map.of();
        }
        Checksum.Sum sum = checksum.begin();
        String value;
        if (upload.fullObject()) {
            store.files().copy(pieces, into(sum));
            value = sum.base64();
        } else {
            for (Upload.Part part : parts) {
                String own = part.content().checksums().get(checksum.header());
                if (own == null) {
                    return Map.of(); // a copied part has none, and so has the whole
                }
                byte[] bytes = Base64.getDecoder().decode(own);
                sum.update(bytes, 0, bytes.length);
            }
            value = sum.base64() + "-" + parts.size();
        }
        String claimed = request.header(checksum.header());
        if (claimed != null && !claimed.equals(value)) {
            throw S3Error.badDigest(checksum.header());
        }
        return Map.of(checksum.header(), value);
    }

    private static OutputStream into(Checksum.Sum sum) {
        return new OutputStream() {
            @Override
            public void write(byte[] bytes, int offset, int length) {
                sum.update(bytes, offset, length);
            }

            @Override
            public void write(int b) {
                sum.update(new byte[] {(byte) b}, 0, 1);
            }
        };
    }
}
