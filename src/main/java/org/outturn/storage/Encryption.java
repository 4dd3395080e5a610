package org.outturn.storage;

/** How a server encrypts an object at rest (S3 user guide, "Protecting data with encryption"). */
public sealed interface Encryption {

    /** As the bucket's own default says. */
    record BucketDefault() implements Encryption {}

    /** With keys that S3 manages (SSE-S3, AES256). */
    record S3Managed() implements Encryption {}

    /**
     * With a key of the Key Management Service (SSE-KMS).
     *
     * @param keyId the key's id, ARN or alias; empty for the account's own S3 key
     */
    record Kms(String keyId) implements Encryption {}
}
