package org.outturn.aws;

/**
 * The operations that this program sends, each with the IAM action that it needs (service
 * authorization reference, "Actions, resources, and condition keys for Amazon S3").
 */
enum Operation {
    LIST_BUCKETS("ListBuckets", "s3:ListAllMyBuckets", Subject.SERVICE),
    CREATE_BUCKET("CreateBucket", "s3:CreateBucket", Subject.BUCKET),
    DELETE_BUCKET("DeleteBucket", "s3:DeleteBucket", Subject.BUCKET),
    LIST_OBJECTS("ListObjectsV2", "s3:ListBucket", Subject.BUCKET),
    HEAD_OBJECT("HeadObject", "s3:GetObject", Subject.OBJECT),
    GET_OBJECT("GetObject", "s3:GetObject", Subject.OBJECT),
    GET_TAGS("GetObjectTagging", "s3:GetObjectTagging", Subject.OBJECT),
    PUT_TAGS("PutObjectTagging", "s3:PutObjectTagging", Subject.OBJECT),
    PUT_OBJECT("PutObject", "s3:PutObject", Subject.OBJECT),
    ABORT_UPLOAD("AbortMultipartUpload", "s3:AbortMultipartUpload", Subject.OBJECT),
    LIST_UPLOADS("ListMultipartUploads", "s3:ListBucketMultipartUploads", Subject.BUCKET),
    LIST_PARTS("ListParts", "s3:ListMultipartUploadParts", Subject.OBJECT),
    CREATE_UPLOAD("CreateMultipartUpload", "s3:PutObject", Subject.OBJECT),
    COPY_PART("UploadPartCopy", "s3:PutObject", Subject.OBJECT),
    COMPLETE_UPLOAD("CompleteMultipartUpload", "s3:PutObject", Subject.OBJECT),
    COPY_OBJECT("CopyObject", "s3:PutObject", Subject.OBJECT),
    DELETE_OBJECT("DeleteObject", "s3:DeleteObject", Subject.OBJECT),
    DELETE_OBJECTS("DeleteObjects", "s3:DeleteObject", Subject.BUCKET),
    GET_LIFECYCLE(
            "GetBucketLifecycleConfiguration", "s3:GetLifecycleConfiguration", Subject.BUCKET),
    GET_VERSIONING("GetBucketVersioning", "s3:GetBucketVersioning", Subject.BUCKET),
    LIST_VERSIONS("ListObjectVersions", "s3:ListBucketVersions", Subject.BUCKET),
    RESTORE_OBJECT("RestoreObject", "s3:RestoreObject", Subject.OBJECT),
    /** Of the security token service, as is the next. */
    ASSUME_ROLE("AssumeRole", "sts:AssumeRole", Subject.SERVICE),
    ASSUME_ROLE_BY_TOKEN(
            "AssumeRoleWithWebIdentity", "sts:AssumeRoleWithWebIdentity", Subject.SERVICE),
    /** Asks no server; the permission is that of the GET that is signed. */
    PRESIGN("PresignGet", "s3:GetObject", Subject.OBJECT);

    /** What an operation is about, which decides what a bare 404 means. */
    enum Subject {
        SERVICE,
        BUCKET,
        OBJECT
    }

    private final String action;
    private final String permission;
    private final Subject subject;

    Operation(String action, String permission, Subject subject) {
        this.action = action;
        this.permission = permission;
        this.subject = subject;
    }

    /** The name of the API operation, as in the S3 API reference. */
    String action() {
        return action;
    }

    /** The IAM action, for instance {@code s3:GetObject}. */
    String permission() {
        return permission;
    }

    Subject subject() {
        return subject;
    }
}
