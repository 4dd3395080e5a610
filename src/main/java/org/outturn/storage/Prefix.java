package org.outturn.storage;

/**
 * A place in a bucket that keys can be listed under: everything whose key begins with {@code
 * value}.
 *
 * @param bucket the bucket's name, not empty
 * @param value empty for the whole bucket; usually, but not always, ends in a slash
 */
public record Prefix(String bucket, String value) {
    /**
     * @throws IllegalArgumentException if the bucket is empty
     */
    public Prefix {
        if (bucket.isEmpty()) {
            throw new IllegalArgumentException("a bucket has a name");
        }
    }

    /** The whole bucket. */
    public static Prefix root(String bucket) {
        return new Prefix(bucket, "");
    }

    public boolean isRoot() {
        return value.isEmpty();
    }

    /** One level up; the root is its own parent. A slash at the end does not count as a level. */
    public Prefix parent() {
        int end = value.endsWith("/") ? value.length() - 1 : value.length();
        return new Prefix(bucket, value.substring(0, value.lastIndexOf('/', end - 1) + 1));
    }

    /** This prefix with a name and a slash added. */
    public Prefix child(String name) {
        return new Prefix(bucket, value + name + "/");
    }

    /**
     * The last level without its slash; empty for the root. May be empty below the root too, as in
     * {@code a//}.
     */
    public String name() {
        return lastSegment(value);
    }

    /** {@code s3://bucket/value}. */
    public String s3Uri() {
        return "s3://" + bucket + "/" + value;
    }

    static String lastSegment(String key) {
        int end = key.endsWith("/") ? key.length() - 1 : key.length();
        return key.substring(key.lastIndexOf('/', end - 1) + 1, end);
    }
}
