package org.outturn.sample;

/** A document that belongs to a bucket, is put and got as it is, and may be absent. */
public enum BucketDocument {
    LIFECYCLE(
            "lifecycle",
            "LifecycleConfiguration",
            "LifecycleConfiguration",
            "NoSuchLifecycleConfiguration",
            "The lifecycle configuration does not exist"),
    CORS(
            "cors",
            "BucketCORS",
            "CORSConfiguration",
            "NoSuchCORSConfiguration",
            "The CORS configuration does not exist"),
    ENCRYPTION(
            "encryption",
            "EncryptionConfiguration",
            "ServerSideEncryptionConfiguration",
            "ServerSideEncryptionConfigurationNotFoundError",
            "The server side encryption configuration was not found"),
    PUBLIC_ACCESS_BLOCK(
            "publicAccessBlock",
            "BucketPublicAccessBlock",
            "PublicAccessBlockConfiguration",
            "NoSuchPublicAccessBlockConfiguration",
            "The public access block configuration was not found"),
    POLICY("policy", "BucketPolicy", "", "NoSuchBucketPolicy", "The bucket policy does not exist"),
    TAGGING("tagging", "BucketTagging", "Tagging", "NoSuchTagSet", "The TagSet does not exist"),
    OWNERSHIP_CONTROLS(
            "ownershipControls",
            "BucketOwnershipControls",
            "OwnershipControls",
            "OwnershipControlsNotFoundError",
            "The bucket ownership controls were not found");

    /** The query parameter that names it. */
    final String parameter;

    /** The S3 action that reads it is {@code s3:Get} and this, the one that writes it s3:Put. */
    final String action;

    /** The root element; empty when the document is JSON. */
    final String root;

    /** The error code when it is absent. */
    final String absentCode;

    final String absentMessage;

    BucketDocument(
            String parameter, String action, String root, String absentCode, String absentMessage) {
        this.parameter = parameter;
        this.action = action;
        this.root = root;
        this.absentCode = absentCode;
        this.absentMessage = absentMessage;
    }
}
