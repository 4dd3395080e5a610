package org.outturn.failure;

/**
 * What was being tried, on what.
 *
 * @param action the S3 API operation or the local action, for instance {@code ListObjectsV2}; it is
 *     looked up as {@code action.<action>} in the message bundle
 * @param object the bucket, the {@code s3://} address, the host or the file it was tried on; never
 *     holds a secret
 */
public record Attempt(String action, String object) {}
