package org.outturn.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.Bucket;

/** Buckets come, are found and go. */
interface BucketContract extends AsksServer {
    @Test
    default void listsItsBuckets() {
        String bucket = server().newBucket();
        assertThat(s3().listBuckets().buckets()).extracting(Bucket::name).contains(bucket);
    }

    @Test
    default void knowsWhetherABucketIsThere() {
        String bucket = server().newBucket();
        assertThat(s3().headBucket(b -> b.bucket(bucket)).sdkHttpResponse().statusCode())
                .isEqualTo(200);
        refused(404, "", () -> s3().headBucket(b -> b.bucket(missing())));
        refused(404, "NoSuchBucket", () -> s3().listObjectsV2(b -> b.bucket(missing())));
        refused(404, "NoSuchBucket", () -> put(missing(), "key", "text"));
    }

    @Test
    default void tellsWhereABucketIs() {
        String bucket = server().newBucket();
        var location = s3().getBucketLocation(b -> b.bucket(bucket)).locationConstraintAsString();
        assertThat(location == null ? "" : location).isIn("", "default", server().region);
    }

    @Test
    default void removesABucketOnlyWhenItIsEmpty() {
        String bucket = "outturn-test-" + UUID.randomUUID();
        s3().createBucket(b -> b.bucket(bucket));
        put(bucket, "key", "text");
        refused(409, "BucketNotEmpty", () -> s3().deleteBucket(b -> b.bucket(bucket)));
        s3().deleteObject(b -> b.bucket(bucket).key("key"));
        s3().deleteBucket(b -> b.bucket(bucket));
        refused(404, "", () -> s3().headBucket(b -> b.bucket(bucket)));
    }

    @Test
    default void refusesAnIllFormedName() throws Exception {
        var answer = server().raw().send("PUT", "/ab", Map.of(), Map.of(), new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RawS3.code(answer)).isEqualTo("InvalidBucketName");
    }

    private static String missing() {
        return "outturn-test-missing-" + UUID.randomUUID();
    }
}
