package org.outturn.storage;

import java.nio.charset.StandardCharsets;

/**
 * Where an object is: bucket and key. Any key that S3 allows is one here, odd ones too; nothing is
 * normalised, because {@code a//b} and {@code a/b} are two objects.
 *
 * @param bucket the bucket's name, not empty
 * @param key the object's key, 1 to 1,024 bytes of UTF-8 (S3 user guide, "Naming Amazon S3
 *     objects")
 */
public record ObjectAddress(String bucket, String key) {
    /** The longest key in bytes of UTF-8. */
    public static final int MAX_KEY_BYTES = 1024;

    /**
     * @throws IllegalArgumentException if the bucket is empty or the key's length is out of range
     */
    public ObjectAddress {
        if (bucket.isEmpty()) {
            throw new IllegalArgumentException("a bucket has a name");
        }
        if (key.isEmpty()) {
            throw new IllegalArgumentException("a key is not empty");
        }
        if (key.length() > MAX_KEY_BYTES / 4
                && key.getBytes(StandardCharsets.UTF_8).length > MAX_KEY_BYTES) {
            throw new IllegalArgumentException("a key is at most 1,024 bytes long");
        }
    }

    /**
     * What comes after the key's last slash that is not its end; the whole key when there is none.
     */
    public String name() {
        return Prefix.lastSegment(key);
    }

    /** The prefix that the object is listed under. */
    public Prefix parent() {
        return new Prefix(bucket, key).parent();
    }

    /** {@code s3://bucket/key}, the key as it is: what the AWS CLI takes. */
    public String s3Uri() {
        return "s3://" + bucket + "/" + key;
    }
}
