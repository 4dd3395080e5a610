package org.outturn.connection;

/**
 * Which checksums requests carry and answers are asked for (AWS SDKs and Tools reference guide,
 * "Data Integrity Protections for Amazon S3").
 */
public enum Checksums {
    /** All that AWS supports at AWS itself, as few as possible elsewhere. */
    AUTO,
    /** Wherever S3 supports them. */
    WHEN_SUPPORTED,
    /** Only where S3 demands them: for servers that refuse the rest. */
    WHEN_REQUIRED
}
