package org.outturn.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.BucketLifecycleConfiguration;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * The documents of a bucket, and what they do: those that every server known here keeps apart from
 * the bucket itself. What some take for the bucket, and delete with it, is asked of the sample
 * alone.
 */
interface DocumentContract extends AsksServer {
    @Test
    default void keepsALifecycleAndSaysWhenObjectsExpire() throws Exception {
        String bucket = server().newBucket();
        refused(
                404,
                "NoSuchLifecycleConfiguration",
                () -> s3().getBucketLifecycleConfiguration(b -> b.bucket(bucket)));
        LifecycleRule rule =
                LifecycleRule.builder()
                        .id("videos")
                        .status(ExpirationStatus.ENABLED)
                        .filter(f -> f.prefix("temp/"))
                        .expiration(e -> e.days(7))
                        .build();
        var lifecycle = BucketLifecycleConfiguration.builder().rules(rule).build();
        s3().putBucketLifecycleConfiguration(
                        b -> b.bucket(bucket).lifecycleConfiguration(lifecycle));
        assertThat(s3().getBucketLifecycleConfiguration(b -> b.bucket(bucket)).rules())
                .singleElement()
                .returns("videos", LifecycleRule::id)
                .returns(7, r -> r.expiration().days());
        put(bucket, "temp/a", "text");
        put(bucket, "kept/a", "text");
        var head = s3().headObject(b -> b.bucket(bucket).key("temp/a"));
        assertThat(head.expiration()).contains("rule-id=\"videos\"");
        Instant due = head.lastModified().plus(Duration.ofDays(7));
        Instant midnight = due.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        assertThat(head.expiration()).contains(httpDate(midnight));
        assertThat(s3().headObject(b -> b.bucket(bucket).key("kept/a")).expiration()).isNull();
        s3().deleteBucketLifecycle(b -> b.bucket(bucket));
        assertThat(s3().headObject(b -> b.bucket(bucket).key("temp/a")).expiration()).isNull();
    }

    private static String httpDate(Instant instant) {
        return java.time.format.DateTimeFormatter.ofPattern(
                        "EEE, dd MMM yyyy HH:mm:ss 'GMT'", java.util.Locale.ROOT)
                .withZone(java.time.ZoneOffset.UTC)
                .format(instant);
    }

    @Test
    default void keepsCorsRulesAndAnswersBrowsersByThem() throws Exception {
        String bucket = server().newBucket();
        refused(404, "NoSuchCORSConfiguration", () -> s3().getBucketCors(b -> b.bucket(bucket)));
        CORSRule rule =
                CORSRule.builder()
                        .allowedOrigins("http://localhost:3000")
                        .allowedMethods("GET", "PUT")
                        .allowedHeaders("*")
                        .exposeHeaders("ETag")
                        .maxAgeSeconds(3600)
                        .build();
        s3().putBucketCors(b -> b.bucket(bucket).corsConfiguration(c -> c.corsRules(rule)));
        assertThat(s3().getBucketCors(b -> b.bucket(bucket)).corsRules())
                .singleElement()
                .returns(3600, CORSRule::maxAgeSeconds);
        put(bucket, "a", "text");
        var link = server().raw().link(bucket, "a", Duration.ofMinutes(5), Map.of());
        var allowed = server().raw().get(link, "Origin", "http://localhost:3000");
        assertThat(allowed.headers().firstValue("access-control-allow-origin"))
                .contains("http://localhost:3000");
        assertThat(allowed.headers().firstValue("access-control-expose-headers")).contains("ETag");
        var stranger = server().raw().get(link, "Origin", "http://elsewhere.test");
        assertThat(stranger.headers().firstValue("access-control-allow-origin")).isEmpty();
        s3().deleteBucketCors(b -> b.bucket(bucket));
        refused(404, "NoSuchCORSConfiguration", () -> s3().getBucketCors(b -> b.bucket(bucket)));
    }

    @Test
    default void answersWhatABrowserAsksBefore() throws Exception {
        String bucket = server().newBucket();
        CORSRule rule =
                CORSRule.builder()
                        .allowedOrigins("http://localhost:*")
                        .allowedMethods("PUT")
                        .allowedHeaders("content-type")
                        .maxAgeSeconds(60)
                        .build();
        s3().putBucketCors(b -> b.bucket(bucket).corsConfiguration(c -> c.corsRules(rule)));
        var allowed = server().raw().preflight(bucket, "http://localhost:8000", "PUT");
        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(allowed.headers().firstValue("access-control-allow-methods").orElse(""))
                .contains("PUT");
        assertThat(allowed.headers().firstValue("access-control-max-age")).contains("60");
        assertThat(server().raw().preflight(bucket, "http://localhost:8000", "DELETE").statusCode())
                .isEqualTo(403);
        assertThat(server().raw().preflight(bucket, "http://other.test", "PUT").statusCode())
                .isEqualTo(403);
    }

    @Test
    default void keepsAPublicAccessBlock() {
        String bucket = server().newBucket();
        if (!server().differs(Difference.ACCESS_BLOCK_IS_NEVER_ABSENT)) {
            refused(
                    404,
                    "NoSuchPublicAccessBlockConfiguration",
                    () -> s3().getPublicAccessBlock(b -> b.bucket(bucket)));
        }
        s3().putPublicAccessBlock(b ->
                b.bucket(bucket)
                        .publicAccessBlockConfiguration(p ->
                                p.blockPublicAcls(true)
                                        .blockPublicPolicy(true)
                                        .ignorePublicAcls(true)
                                        .restrictPublicBuckets(true)));
        var block = s3().getPublicAccessBlock(b -> b.bucket(bucket));
        assertThat(block.publicAccessBlockConfiguration().restrictPublicBuckets()).isTrue();
        s3().deletePublicAccessBlock(b -> b.bucket(bucket));
        assertThat(s3().headBucket(b -> b.bucket(bucket))).isNotNull();
    }

    @Test
    default void keepsAPolicy() {
        String bucket = server().newBucket();
        refused(404, "NoSuchBucketPolicy", () -> s3().getBucketPolicy(b -> b.bucket(bucket)));
        String policy =
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",\
                "Action":"s3:GetObject","Resource":"arn:aws:s3:::%s/public/*"}]}\
                """
                        .formatted(bucket);
        s3().putBucketPolicy(b -> b.bucket(bucket).policy(policy));
        assertThat(s3().getBucketPolicy(b -> b.bucket(bucket)).policy()).isEqualTo(policy);
        refused(400, "", () -> s3().putBucketPolicy(b -> b.bucket(bucket).policy("no policy")));
        s3().deleteBucketPolicy(b -> b.bucket(bucket));
        refused(404, "NoSuchBucketPolicy", () -> s3().getBucketPolicy(b -> b.bucket(bucket)));
    }

    @Test
    default void keepsTheTagsOfABucket() {
        String bucket = server().newBucket();
        refused(404, "NoSuchTagSet", () -> s3().getBucketTagging(b -> b.bucket(bucket)));
        Tag tag = Tag.builder().key("team").value("outputs").build();
        s3().putBucketTagging(b -> b.bucket(bucket).tagging(t -> t.tagSet(tag)));
        assertThat(s3().getBucketTagging(b -> b.bucket(bucket)).tagSet()).containsExactly(tag);
    }
}
