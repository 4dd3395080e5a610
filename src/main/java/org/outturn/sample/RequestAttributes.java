package org.outturn.sample;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads from a request what an object shall carry beside its bytes. */
final class RequestAttributes {
    static final String ENCRYPTION = "x-amz-server-side-encryption";
    private static final Set<String> KEPT =
            Set.of(
                    "content-type",
                    "cache-control",
                    "content-disposition",
                    "content-encoding",
                    "content-language",
                    "expires",
                    "x-amz-website-redirect-location",
                    ObjectAttributes.STORAGE_CLASS,
                    ENCRYPTION,
                    ENCRYPTION + "-aws-kms-key-id");
    private static final Set<String> STORAGE_CLASSES =
            Set.of(
                    "STANDARD",
                    "REDUCED_REDUNDANCY",
                    "STANDARD_IA",
                    "ONEZONE_IA",
                    "INTELLIGENT_TIERING",
                    "GLACIER",
                    "DEEP_ARCHIVE",
                    "GLACIER_IR");

    /** ACLs that give to nobody else; any other would be a promise not kept. */
    private static final Set<String> OWNERS_OWN = Set.of("private", "bucket-owner-full-control");

    private static final int MAX_METADATA = 2048;

    private RequestAttributes() {}

    /**
     * @throws S3Error when a header asks for what cannot be, or for a protection that this server
     *     does not give
     */
    static ObjectAttributes of(S3Request request, SampleBucket bucket) {
        if (request.key.getBytes(StandardCharsets.UTF_8).length > 1024) {
            throw new S3Error(400, "KeyTooLongError", "Your key is too long");
        }
        if (!OWNERS_OWN.contains(request.header("x-amz-acl", "private"))) {
            throw new S3Error(
                    400, "AccessControlListNotSupported", "The bucket does not allow ACLs");
        }
        var headers = new TreeMap<String, String>();
        int metadata = 0;
        for (String header : request.headerNames()) {
            String name = header.toLowerCase(Locale.ROOT);
            String value = request.header(name, "");
            if (name.startsWith(ENCRYPTION + "-customer") || name.startsWith("x-amz-object-lock")) {
                throw S3Error.notImplemented("A header you provided (" + name + ")");
            }
            if (name.startsWith(ObjectAttributes.METADATA)) {
                metadata += name.length() - ObjectAttributes.METADATA.length() + value.length();
                headers.put(name, value);
            } else if (KEPT.contains(name)) {
                headers.put(name, value);
            }
        }
        if (metadata > MAX_METADATA) {
            throw new S3Error(
                    400,
                    "MetadataTooLarge",
                    "Your metadata headers exceed the maximum allowed metadata size");
        }
        headers.computeIfPresent("content-encoding", (_, value) -> withoutAwsChunked(value));
        headers.putIfAbsent("content-type", "binary/octet-stream");
        String storageClass = headers.getOrDefault(ObjectAttributes.STORAGE_CLASS, "STANDARD");
        if (!STORAGE_CLASSES.contains(storageClass)) {
            throw new S3Error(
                    400, "InvalidStorageClass", "The storage class you specified is not valid");
        }
        encrypt(headers, bucket);
        return new ObjectAttributes(headers, Map.of());
    }

    /**
     * The encryption that the bucket gives to what asks for none. Said, not done: it is a sample.
     */
    static void encrypt(Map<String, String> headers, SampleBucket bucket) {
        String document = bucket.document(BucketDocument.ENCRYPTION);
        if (document == null || headers.containsKey(ENCRYPTION)) {
            return;
        }
        XmlNode rule =
                XmlNode.parse(
                                document.getBytes(StandardCharsets.UTF_8),
                                BucketDocument.ENCRYPTION.root)
                        .child("Rule");
        XmlNode byDefault = rule == null ? null : rule.child("ApplyServerSideEncryptionByDefault");
        if (byDefault != null) {
            headers.put(ENCRYPTION, byDefault.required("SSEAlgorithm"));
        }
    }

    /** The tags in a header, which are written like a query: {@code client=agar&type=output}. */
    static Map<String, String> tags(S3Request request) {
        var tags = new LinkedHashMap<String, String>();
        for (String pair : request.header("x-amz-tagging", "").split("&")) {
            String[] tag = pair.split("=", 2);
            if (!tag[0].isEmpty()) {
                tags.put(
                        Percent.decodeQuery(tag[0]),
                        tag.length == 2 ? Percent.decodeQuery(tag[1]) : "");
            }
        }
        return valid(tags);
    }

    /** Tags as S3 lets them be: ten at most, keys to 128 and values to 256 characters. */
    static Map<String, String> valid(Map<String, String> tags) {
        if (tags.size() > 10) {
            throw new S3Error(400, "BadRequest", "Object tags cannot be greater than 10");
        }
        tags.forEach((key, value) -> {
            if (key.isEmpty() || key.length() > 128 || value.length() > 256) {
                throw new S3Error(400, "InvalidTag", "The tag you have provided is invalid");
            }
        });
        return tags;
    }

    private static @Nullable String withoutAwsChunked(String encoding) {
        String rest = encoding.replaceAll("\\s*aws-chunked\\s*,?\\s*", "").replaceAll(",\\s*$", "");
        return rest.isEmpty() ? null : rest;
    }
}
