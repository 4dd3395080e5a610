package org.outturn.sample;

import java.io.IOException;

/**
 * The settings of the sample buckets, as the producers' guides ask for them. Two traps are left in
 * on purpose: a lifecycle rule whose prefix matches nothing that is written, and a bucket without
 * any settings.
 */
final class SampleDocuments {
    private static final String ENCRYPTED =
            """
            <ServerSideEncryptionConfiguration><Rule>\
            <ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm>\
            </ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>\
            """;

    private static final String NOT_PUBLIC =
            """
            <PublicAccessBlockConfiguration>\
            <BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls>\
            <BlockPublicPolicy>true</BlockPublicPolicy>\
            <RestrictPublicBuckets>true</RestrictPublicBuckets>\
            </PublicAccessBlockConfiguration>\
            """;

    private static final String READ_BY_PAGES =
            """
            <CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin>\
            <AllowedMethod>GET</AllowedMethod><AllowedMethod>HEAD</AllowedMethod>\
            <AllowedHeader>*</AllowedHeader><MaxAgeSeconds>3600</MaxAgeSeconds>\
            </CORSRule></CORSConfiguration>\
            """;

    private static final String DRUM_CORS =
            """
            <CORSConfiguration><CORSRule>\
            <AllowedOrigin>http://localhost:3000</AllowedOrigin>\
            <AllowedOrigin>http://localhost:8000</AllowedOrigin>\
            <AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod>\
            <AllowedMethod>POST</AllowedMethod><AllowedMethod>DELETE</AllowedMethod>\
            <AllowedHeader>*</AllowedHeader><ExposeHeader>ETag</ExposeHeader>\
            <MaxAgeSeconds>3600</MaxAgeSeconds></CORSRule></CORSConfiguration>\
            """;

    /**
     * The scraper's files get cheaper with age, and go after a year. Without the filter by size
     * those under 128 KiB, which is most of them, would stay where they are (S3 User Guide,
     * "Transitioning objects using Amazon S3 Lifecycle").
     */
    private static final String AGING =
            lifecycle(
                    """
                    <Rule><ID>archive-and-expire</ID>\
                    <Filter><ObjectSizeGreaterThan>1</ObjectSizeGreaterThan></Filter>\
                    <Status>Enabled</Status>\
                    <Transition><Days>30</Days><StorageClass>STANDARD_IA</StorageClass></Transition>\
                    <Transition><Days>90</Days><StorageClass>GLACIER</StorageClass></Transition>\
                    <Expiration><Days>365</Days></Expiration></Rule>\
                    """);

    /** Whether an input goes depends on its tags, which no listing tells. */
    private static final String MANUAL_INPUTS =
            """
            <Rule><ID>expire-manual-inputs</ID><Filter><And><Prefix>raw/</Prefix>\
            <Tag><Key>type</Key><Value>manual</Value></Tag></And></Filter>\
            <Status>Enabled</Status><Expiration><Days>45</Days></Expiration></Rule>\
            """;

    private SampleDocuments() {}

    static void putInto(SampleStore store) throws IOException {
        guarded(store, "monkeyocr-results");
        store.setVersioning("monkeyocr-results", Versioning.ENABLED);
        store.setDocument("monkeyocr-results", BucketDocument.CORS, READ_BY_PAGES);
        // the trap: MonkeyOCR writes below monkeyocr/, so nothing ever starts with this prefix
        store.setDocument(
                "monkeyocr-results",
                BucketDocument.LIFECYCLE,
                lifecycle(expiring("clean-old-results", "ocr-results/", 90)));

        guarded(store, "scraper-outputs");
        store.setVersioning("scraper-outputs", Versioning.ENABLED);
        store.setDocument("scraper-outputs", BucketDocument.LIFECYCLE, AGING);

        guarded(store, "drum-scores");
        store.setDocument("drum-scores", BucketDocument.CORS, DRUM_CORS);
        store.setDocument(
                "drum-scores",
                BucketDocument.LIFECYCLE,
                lifecycle(
                        expiring("delete-temp", "temp/", 1),
                        expiring("delete-processed", "processed/", 30)));

        store.setDocument("bookmark-media", BucketDocument.PUBLIC_ACCESS_BLOCK, NOT_PUBLIC);
        store.setDocument(
                "bookmark-media",
                BucketDocument.LIFECYCLE,
                lifecycle(expiring("expire-temp-videos", "temp/", 7)));

        store.setDocument("documents", BucketDocument.ENCRYPTION, ENCRYPTED);
        store.setDocument("documents", BucketDocument.LIFECYCLE, lifecycle(MANUAL_INPUTS));
    }

    private static void guarded(SampleStore store, String bucket) throws IOException {
        store.setDocument(bucket, BucketDocument.ENCRYPTION, ENCRYPTED);
        store.setDocument(bucket, BucketDocument.PUBLIC_ACCESS_BLOCK, NOT_PUBLIC);
    }

    private static String lifecycle(String... rules) {
        return "<LifecycleConfiguration>" + String.join("", rules) + "</LifecycleConfiguration>";
    }

    private static String expiring(String id, String prefix, int days) {
        return """
        <Rule><ID>%s</ID><Filter><Prefix>%s</Prefix></Filter><Status>Enabled</Status>\
        <Expiration><Days>%d</Days></Expiration></Rule>\
        """
                .formatted(id, prefix, days);
    }
}
