package org.outturn.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/** Buckets that keep what was there before. */
interface VersionContract extends AsksServer {
    @Test
    default void saysWhetherItKeepsVersions() {
        String bucket = server().newBucket();
        assertThat(s3().getBucketVersioning(b -> b.bucket(bucket)).status()).isNull();
        version(bucket, BucketVersioningStatus.ENABLED);
        assertThat(s3().getBucketVersioning(b -> b.bucket(bucket)).status())
                .isEqualTo(BucketVersioningStatus.ENABLED);
        version(bucket, BucketVersioningStatus.SUSPENDED);
        assertThat(s3().getBucketVersioning(b -> b.bucket(bucket)).status())
                .isEqualTo(BucketVersioningStatus.SUSPENDED);
    }

    @Test
    default void keepsEachVersion() {
        String bucket = versioned();
        String first = putVersion(bucket, "first");
        String second = putVersion(bucket, "second");
        assertThat(first).isNotEqualTo(second);
        assertThat(text(bucket, "a")).isEqualTo("second");
        assertThat(textOf(bucket, first)).isEqualTo("first");
        var versions = s3().listObjectVersions(b -> b.bucket(bucket)).versions();
        assertThat(versions).extracting(ObjectVersion::versionId).containsExactly(second, first);
        assertThat(versions).extracting(ObjectVersion::isLatest).containsExactly(true, false);
    }

    @Test
    default void hidesUnderADeleteMarkerAndBringsBack() {
        String bucket = versioned();
        String version = putVersion(bucket, "text");
        var deletion = s3().deleteObject(b -> b.bucket(bucket).key("a"));
        assertThat(deletion.deleteMarker()).isTrue();
        refused(404, "NoSuchKey", () -> text(bucket, "a"));
        assertThat(s3().listObjectsV2(b -> b.bucket(bucket)).contents()).isEmpty();
        var list = s3().listObjectVersions(b -> b.bucket(bucket));
        assertThat(list.deleteMarkers())
                .singleElement()
                .returns(deletion.versionId(), DeleteMarkerEntry::versionId)
                .returns(true, DeleteMarkerEntry::isLatest);
        assertThat(textOf(bucket, version)).isEqualTo("text");
        s3().deleteObject(b -> b.bucket(bucket).key("a").versionId(deletion.versionId()));
        assertThat(text(bucket, "a")).isEqualTo("text");
    }

    @Test
    default void removesOneVersionForGood() {
        String bucket = versioned();
        String first = putVersion(bucket, "first");
        String second = putVersion(bucket, "second");
        s3().deleteObject(b -> b.bucket(bucket).key("a").versionId(second));
        assertThat(text(bucket, "a")).isEqualTo("first");
        s3().deleteObject(b -> b.bucket(bucket).key("a").versionId(first));
        assertThat(s3().listObjectVersions(b -> b.bucket(bucket)).versions()).isEmpty();
    }

    @Test
    default void keepsOlderVersionsWhenSuspended() {
        String bucket = server().newBucket();
        put(bucket, "a", "before");
        version(bucket, BucketVersioningStatus.ENABLED);
        String kept = putVersion(bucket, "kept");
        version(bucket, BucketVersioningStatus.SUSPENDED);
        put(bucket, "a", "after");
        assertThat(text(bucket, "a")).isEqualTo("after");
        var versions = s3().listObjectVersions(b -> b.bucket(bucket)).versions();
        assertThat(versions).extracting(ObjectVersion::versionId).containsExactly("null", kept);
    }

    @Test
    default void listsVersionsPageByPage() {
        String bucket = versioned();
        for (int i = 0; i < 3; i++) {
            putVersion(bucket, "text " + i);
            put(bucket, "b", "text " + i);
        }
        s3().deleteObject(b -> b.bucket(bucket).key("a"));
        long entries =
                s3().listObjectVersionsPaginator(b -> b.bucket(bucket).maxKeys(2)).stream()
                        .peek(p ->
                                assertThat(p.versions().size() + p.deleteMarkers().size())
                                        .isLessThanOrEqualTo(2))
                        .mapToLong(p -> p.versions().size() + p.deleteMarkers().size())
                        .sum();
        assertThat(entries).isEqualTo(7);
    }

    private String versioned() {
        String bucket = server().newBucket();
        version(bucket, BucketVersioningStatus.ENABLED);
        return bucket;
    }

    private void version(String bucket, BucketVersioningStatus status) {
        s3().putBucketVersioning(
                        b -> b.bucket(bucket).versioningConfiguration(v -> v.status(status)));
    }

    private String putVersion(String bucket, String text) {
        return s3().putObject(
                        b -> b.bucket(bucket).key("a"),
                        software.amazon.awssdk.core.sync.RequestBody.fromString(text))
                .versionId();
    }

    private String textOf(String bucket, String version) {
        return s3().getObjectAsBytes(b -> b.bucket(bucket).key("a").versionId(version))
                .asUtf8String();
    }
}
