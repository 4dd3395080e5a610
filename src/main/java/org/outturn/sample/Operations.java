package org.outturn.sample;

/** All operations of the sample server: the table of {@link Router}, and what it leads to. */
final class Operations {
    private final SampleStore store;
    private final SampleOptions options;
    private final Buckets buckets;

    Operations(SampleStore store, SampleOptions options) {
        this.store = store;
        this.options = options;
        this.buckets = new Buckets(store);
    }

    Router router() {
        var router = new Router();
        addBuckets(router);
        addDocuments(router);
        addListings(router);
        var writer = new ObjectWriter(store, buckets, options.clock());
        addObjects(router, writer);
        addMultipart(router, writer);
        return router;
    }

    private BucketHandler bucketHandler() {
        return new BucketHandler(store, buckets, options.region(), options.clock());
    }

    private void addBuckets(Router router) {
        BucketHandler bucket = bucketHandler();
        router.add("PUT", "bucket", "", "CreateBucket", bucket::create)
                .add("HEAD", "bucket", "", "ListBucket", bucket::head)
                .add("DELETE", "bucket", "", "DeleteBucket", bucket::delete)
                .add("GET", "bucket", "location", "GetBucketLocation", bucket::location)
                .add("GET", "bucket", "versioning", "GetBucketVersioning", bucket::versioning)
                .add("PUT", "bucket", "versioning", "PutBucketVersioning", bucket::setVersioning);
    }

    private void addDocuments(Router router) {
        BucketHandler bucket = bucketHandler();
        for (BucketDocument kind : BucketDocument.values()) {
            String name = kind.parameter;
            String put = "Put" + kind.action;
            // S3 has an action of its own for removing the policy alone
            String remove = kind == BucketDocument.POLICY ? "DeleteBucketPolicy" : put;
            router.add(
                            "GET",
                            "bucket",
                            name,
                            "Get" + kind.action,
                            (q, a) -> bucket.document(kind, q, a))
                    .add("PUT", "bucket", name, put, (q, a) -> bucket.setDocument(kind, q, a))
                    .add(
                            "DELETE",
                            "bucket",
                            name,
                            remove,
                            (q, a) -> bucket.removeDocument(kind, q, a));
        }
    }

    private void addListings(Router router) {
        var listing = new ListingHandler(store, buckets);
        router.add("GET", "service", "", "ListAllMyBuckets", listing::buckets)
                .add("GET", "bucket", "", "ListBucket", listing::objects)
                .add("GET", "bucket", "versions", "ListBucketVersions", listing::versions)
                .add("GET", "bucket", "uploads", "ListBucketMultipartUploads", listing::uploads);
    }

    private void addObjects(Router router, ObjectWriter writer) {
        var archive = new Archive(options.clock());
        var reader = new ObjectReader(store, buckets, archive, options.quirks());
        var restore = new RestoreHandler(store, buckets, archive);
        var copy = new CopyHandler(store, buckets, archive, writer);
        var batch = new BatchDelete(buckets, writer);
        var tags = new TagHandler(store, buckets);
        router.add("GET", "object", "", "GetObject", reader::read)
                .add("HEAD", "object", "", "GetObject", reader::read)
                .add("PUT", "object", "", "PutObject", writer::put)
                .add("PUT", "object", "copy", "PutObject GetObject", copy::copy)
                .add("DELETE", "object", "", "DeleteObject", writer::delete)
                .add("POST", "bucket", "delete", "DeleteObject", batch::delete)
                .add("POST", "object", "restore", "RestoreObject", restore::restore)
                .add("GET", "object", "tagging", "GetObjectTagging", tags::get)
                .add("PUT", "object", "tagging", "PutObjectTagging", tags::put)
                .add("DELETE", "object", "tagging", "DeleteObjectTagging", tags::delete);
    }

    private void addMultipart(Router router, ObjectWriter writer) {
        var multipart = new MultipartHandler(store, buckets, options.clock());
        var completion = new MultipartCompletion(store, buckets, writer);
        router.add("POST", "object", "uploads", "PutObject", multipart::create)
                .add("PUT", "object", "uploadId", "PutObject", multipart::part)
                .add("PUT", "object", "uploadIdcopy", "PutObject GetObject", multipart::copyPart)
                .add("GET", "object", "uploadId", "ListMultipartUploadParts", multipart::parts)
                .add("POST", "object", "uploadId", "PutObject", completion::complete)
                .add("DELETE", "object", "uploadId", "AbortMultipartUpload", multipart::abort);
    }
}
