package org.outturn.sample;

import org.jspecify.annotations.Nullable;

/**
 * What {@code x-amz-copy-source} names.
 *
 * @param versionId null for the newest version
 */
record CopySource(String bucket, String key, @Nullable String versionId) {
    static final String HEADER = "x-amz-copy-source";
    private static final String VERSION = "?versionId=";

    static CopySource of(S3Request request) {
        String header = request.header(HEADER, "");
        int version = header.lastIndexOf(VERSION);
        String path = Percent.decode(version < 0 ? header : header.substring(0, version));
        String source = path.startsWith("/") ? path.substring(1) : path;
        int slash = source.indexOf('/');
        if (slash < 1 || slash == source.length() - 1) {
            throw S3Error.invalidArgument("Copy Source must mention the source bucket and key");
        }
        return new CopySource(
                source.substring(0, slash),
                source.substring(slash + 1),
                version < 0 ? null : header.substring(version + VERSION.length()));
    }

    StoredObject object(Buckets buckets) {
        return Buckets.object(buckets.named(bucket), key, versionId);
    }
}
