package org.outturn.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.StorageClass;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/** One object: what it carries, ranges of it, its tags, copies of it. */
interface ObjectContract extends AsksServer {
    @Test
    default void keepsWhatAnObjectCarries() {
        String bucket = server().newBucket();
        Instant before = Instant.now().minusSeconds(2);
        s3().putObject(
                        b ->
                                b.bucket(bucket)
                                        .key("a")
                                        .contentType("application/pdf")
                                        .cacheControl("no-store")
                                        .contentDisposition("inline; filename=\"a b.pdf\"")
                                        .contentLanguage("en")
                                        .contentEncoding("gzip")
                                        .metadata(Map.of("original_filename", "a  b.pdf"))
                                        .storageClass(StorageClass.STANDARD),
                        RequestBody.fromString("text"));
        var head = s3().headObject(b -> b.bucket(bucket).key("a"));
        assertThat(head.contentType()).isEqualTo("application/pdf");
        assertThat(head.cacheControl()).isEqualTo("no-store");
        assertThat(head.contentDisposition()).isEqualTo("inline; filename=\"a b.pdf\"");
        assertThat(head.contentLanguage()).isEqualTo("en");
        assertThat(head.contentEncoding()).isEqualTo("gzip");
        String name =
                server().differs(Difference.METADATA_UNDERSCORES_BECOME_DASHES)
                        ? "original-filename"
                        : "original_filename";
        assertThat(head.metadata()).containsEntry(name, "a  b.pdf");
        assertThat(head.contentLength()).isEqualTo(4);
        assertThat(head.eTag()).isEqualTo("\"1cb251ec0d568de6a929b520c4aed8d1\"");
        assertThat(head.lastModified()).isBetween(before, Instant.now().plusSeconds(2));
        assertThat(head.acceptRanges()).isEqualTo("bytes");
        assertThat(head.sdkHttpResponse().firstMatchingHeader("x-amz-request-id")).isPresent();
    }

    @Test
    default void replacesAndDeletes() {
        String bucket = server().newBucket();
        put(bucket, "a", "old");
        put(bucket, "a", "new");
        assertThat(text(bucket, "a")).isEqualTo("new");
        s3().deleteObject(b -> b.bucket(bucket).key("a"));
        refused(404, "NoSuchKey", () -> text(bucket, "a"));
        refused(404, "", () -> s3().headObject(b -> b.bucket(bucket).key("a")));
        s3().deleteObject(b -> b.bucket(bucket).key("a"));
    }

    @Test
    default void keepsAnEmptyObject() {
        String bucket = server().newBucket();
        put(bucket, "empty", "");
        assertThat(text(bucket, "empty")).isEmpty();
        assertThat(s3().headObject(b -> b.bucket(bucket).key("empty")).contentLength()).isZero();
    }

    @Test
    default void refusesADamagedBody() {
        String bucket = server().newBucket();
        refused(
                400,
                "BadDigest",
                () ->
                        s3().putObject(
                                        b ->
                                                b.bucket(bucket)
                                                        .key("a")
                                                        .contentMD5("1B2M2Y8AsgTpgAmY7PhCfg=="),
                                        RequestBody.fromString("text")));
        refused(404, "", () -> s3().headObject(b -> b.bucket(bucket).key("a")));
    }

    @Test
    default void readsRanges() {
        String bucket = server().newBucket();
        put(bucket, "digits", "0123456789");
        assertThat(range(bucket, "bytes=2-4")).isEqualTo("234|bytes 2-4/10");
        assertThat(range(bucket, "bytes=7-")).isEqualTo("789|bytes 7-9/10");
        assertThat(range(bucket, "bytes=-2")).isEqualTo("89|bytes 8-9/10");
        assertThat(range(bucket, "bytes=8-99")).isEqualTo("89|bytes 8-9/10");
        assertThat(range(bucket, "bytes=-99")).isEqualTo("0123456789|bytes 0-9/10");
        refused(416, "InvalidRange", () -> range(bucket, "bytes=10-"));
    }

    private String range(String bucket, String range) {
        var answer = s3().getObjectAsBytes(b -> b.bucket(bucket).key("digits").range(range));
        assertThat(answer.response().sdkHttpResponse().statusCode()).isEqualTo(206);
        return answer.asUtf8String() + "|" + answer.response().contentRange();
    }

    @Test
    default void keepsTags() {
        String bucket = server().newBucket();
        s3().putObject(
                        b -> b.bucket(bucket).key("a").tagging("client=agar&type=scrape%20output"),
                        RequestBody.fromString("text"));
        assertThat(tags(bucket, "a")).isEqualTo(Map.of("client", "agar", "type", "scrape output"));
        Tag tag = Tag.builder().key("d\u00e4te").value("2025-11-14 +/=").build();
        s3().putObjectTagging(b -> b.bucket(bucket).key("a").tagging(t -> t.tagSet(tag)));
        assertThat(tags(bucket, "a")).isEqualTo(Map.of("d\u00e4te", "2025-11-14 +/="));
        s3().deleteObjectTagging(b -> b.bucket(bucket).key("a"));
        assertThat(tags(bucket, "a")).isEmpty();
        assertThat(text(bucket, "a")).isEqualTo("text");
        refused(404, "NoSuchKey", () -> tags(bucket, "missing"));
    }

    @Test
    default void copiesWithWhatItCarries() {
        String bucket = server().newBucket();
        String other = server().newBucket();
        s3().putObject(
                        b ->
                                b.bucket(bucket)
                                        .key("from")
                                        .contentType("text/markdown")
                                        .metadata(Map.of("job", "1"))
                                        .tagging("client=agar"),
                        RequestBody.fromString("text"));
        s3().copyObject(b ->
                b.sourceBucket(bucket)
                        .sourceKey("from")
                        .destinationBucket(other)
                        .destinationKey("to"));
        var copy = s3().headObject(b -> b.bucket(other).key("to"));
        assertThat(copy.contentType()).isEqualTo("text/markdown");
        assertThat(copy.metadata()).isEqualTo(Map.of("job", "1"));
        assertThat(tags(other, "to")).isEqualTo(Map.of("client", "agar"));
        s3().deleteObject(b -> b.bucket(bucket).key("from"));
        assertThat(text(other, "to")).isEqualTo("text");
    }

    @Test
    default void copiesWithOtherMetadataAndTags() {
        String bucket = server().newBucket();
        s3().putObject(
                        b ->
                                b.bucket(bucket)
                                        .key("a")
                                        .metadata(Map.of("job", "1"))
                                        .tagging("client=agar"),
                        RequestBody.fromString("text"));
        s3().copyObject(b ->
                b.sourceBucket(bucket)
                        .sourceKey("a")
                        .destinationBucket(bucket)
                        .destinationKey("a")
                        .metadataDirective(MetadataDirective.REPLACE)
                        .contentType("text/plain")
                        .metadata(Map.of("job", "2"))
                        .taggingDirective(TaggingDirective.REPLACE)
                        .tagging("client=other"));
        var head = s3().headObject(b -> b.bucket(bucket).key("a"));
        assertThat(head.contentType()).isEqualTo("text/plain");
        assertThat(head.metadata()).isEqualTo(Map.of("job", "2"));
        var tags = tags(bucket, "a");
        assertThat(tags)
                .isEqualTo(
                        server().differs(Difference.COPY_LOSES_NEW_TAGS)
                                ? Map.of()
                                : Map.of("client", "other"));
    }

    @Test
    default void refusesToCopyAnObjectOntoItselfUnchanged() {
        String bucket = server().newBucket();
        put(bucket, "a", "text");
        refused(
                400,
                "InvalidRequest",
                () ->
                        s3().copyObject(b ->
                                b.sourceBucket(bucket)
                                        .sourceKey("a")
                                        .destinationBucket(bucket)
                                        .destinationKey("a")));
    }

    @Test
    default void refusesToCopyWhatIsNotThere() {
        String bucket = server().newBucket();
        refused(
                404,
                "NoSuchKey",
                () ->
                        s3().copyObject(b ->
                                b.sourceBucket(bucket)
                                        .sourceKey("missing")
                                        .destinationBucket(bucket)
                                        .destinationKey("to")));
    }

    private Map<String, String> tags(String bucket, String key) {
        var tags = new java.util.HashMap<String, String>();
        s3().getObjectTagging(b -> b.bucket(bucket).key(key))
                .tagSet()
                .forEach(tag -> tags.put(tag.key(), tag.value()));
        return tags;
    }
}
