package org.outturn.sample;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer that is an error, with the codes of the S3 API reference ("Error responses"). */
final class S3Error extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    final int status;
    final String code;

    /** More elements for the XML of the error. */
    final transient Map<String, String> details = new LinkedHashMap<>();

    final transient Map<String, String> headers = new LinkedHashMap<>();

    S3Error(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    S3Error detail(String element, String value) {
        details.put(element, value);
        return this;
    }

    S3Error header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    static S3Error accessDenied(String message) {
        return new S3Error(403, "AccessDenied", message);
    }

    static S3Error noSuchBucket(String bucket) {
        return new S3Error(404, "NoSuchBucket", "The specified bucket does not exist")
                .detail("BucketName", bucket);
    }

    static S3Error noSuchKey(String key) {
        return new S3Error(404, "NoSuchKey", "The specified key does not exist.")
                .detail("Key", key);
    }

    static S3Error invalidArgument(String message) {
        return new S3Error(400, "InvalidArgument", message);
    }

    static S3Error invalidRequest(String message) {
        return new S3Error(400, "InvalidRequest", message);
    }

    static S3Error malformedXml() {
        return new S3Error(
                400,
                "MalformedXML",
                "The XML you provided was not well-formed or did not validate against our"
                        + " published schema");
    }

    static S3Error badDigest(String header) {
        return new S3Error(
                400,
                "BadDigest",
                "The " + header + " you specified did not match what we received.");
    }

    static S3Error preconditionFailed(String condition) {
        return new S3Error(
                        412,
                        "PreconditionFailed",
                        "At least one of the pre-conditions you specified did not hold")
                .detail("Condition", condition);
    }

    static S3Error notImplemented(String what) {
        return new S3Error(501, "NotImplemented", what + " is not implemented");
    }
}
