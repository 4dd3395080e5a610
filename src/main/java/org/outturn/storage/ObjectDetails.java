package org.outturn.storage;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What HeadObject tells of an object.
 *
 * @param size in bytes
 * @param contentType as stored; {@code binary/octet-stream} when nobody said so at the upload
 * @param etag without quotes
 * @param storageClass {@code STANDARD} when the server sends none (S3 API reference, HeadObject)
 * @param metadata the user metadata, names without {@code x-amz-meta-}
 * @param headers the other headers worth showing, under their names in lower case: {@code
 *     cache-control}, {@code content-encoding}, {@code content-disposition}, {@code
 *     content-language}, {@code x-amz-server-side-encryption}, {@code x-amz-version-id}, {@code
 *     x-amz-restore}, checksums; only those that the server sent
 * @param expiration the {@code x-amz-expiration} header as sent, for instance {@code
 *     expiry-date="...", rule-id="..."}
 */
public record ObjectDetails(
        ObjectAddress address,
        long size,
        Instant modified,
        String contentType,
        String etag,
        String storageClass,
        SortedMap<String, String> metadata,
        SortedMap<String, String> headers,
        Optional<String> expiration) {

    public ObjectDetails {
        metadata = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
        headers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }
}
