package org.outturn.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/** Requests that are done only if something holds. */
interface ConditionContract extends AsksServer {
    @Test
    default void readsIfTheETagIsThis() {
        String bucket = server().newBucket();
        String etag = put(bucket, "a", "text");
        s3().getObjectAsBytes(b -> b.bucket(bucket).key("a").ifMatch(etag));
        refused(
                412,
                "PreconditionFailed",
                () -> s3().getObjectAsBytes(b -> b.bucket(bucket).key("a").ifMatch("\"other\"")));
    }

    @Test
    default void readsIfTheETagIsAnother() {
        String bucket = server().newBucket();
        String etag = put(bucket, "a", "text");
        s3().getObjectAsBytes(b -> b.bucket(bucket).key("a").ifNoneMatch("\"other\""));
        refused(
                304,
                "",
                () -> s3().getObjectAsBytes(b -> b.bucket(bucket).key("a").ifNoneMatch(etag)));
        refused(304, "", () -> s3().headObject(b -> b.bucket(bucket).key("a").ifNoneMatch(etag)));
    }

    @Test
    default void readsIfItIsNewerOrOlder() {
        String bucket = server().newBucket();
        put(bucket, "a", "text");
        Instant written = s3().headObject(b -> b.bucket(bucket).key("a")).lastModified();
        Instant hourBefore = written.minusSeconds(3600);
        s3().headObject(b -> b.bucket(bucket).key("a").ifModifiedSince(hourBefore));
        s3().headObject(b -> b.bucket(bucket).key("a").ifUnmodifiedSince(written.plusSeconds(1)));
        refused(
                304,
                "",
                () ->
                        s3().headObject(b ->
                                b.bucket(bucket).key("a").ifModifiedSince(written.plusSeconds(1))));
        refused(
                412,
                "",
                () ->
                        s3().headObject(b ->
                                b.bucket(bucket).key("a").ifUnmodifiedSince(hourBefore)));
    }

    @Test
    default void writesOnlyWhereNothingIs() {
        String bucket = server().newBucket();
        s3().putObject(
                        b -> b.bucket(bucket).key("a").ifNoneMatch("*"),
                        RequestBody.fromString("first"));
        refused(
                412,
                "PreconditionFailed",
                () ->
                        s3().putObject(
                                        b -> b.bucket(bucket).key("a").ifNoneMatch("*"),
                                        RequestBody.fromString("second")));
        assertThat(text(bucket, "a")).isEqualTo("first");
    }

    @Test
    default void writesOnlyOverWhatIsKnown() {
        assumeFalse(server().differs(Difference.ETAG_OF_A_WRITE_NEVER_MATCHES));
        String bucket = server().newBucket();
        String etag = put(bucket, "a", "first");
        s3().putObject(
                        b -> b.bucket(bucket).key("a").ifMatch(etag),
                        RequestBody.fromString("second"));
        refused(
                412,
                "PreconditionFailed",
                () ->
                        s3().putObject(
                                        b -> b.bucket(bucket).key("a").ifMatch(etag),
                                        RequestBody.fromString("third")));
        assertThat(text(bucket, "a")).isEqualTo("second");
    }

    @Test
    default void copiesOnlyWhatIsKnown() {
        assumeFalse(server().differs(Difference.COPY_CONDITIONS_ARE_IGNORED));
        String bucket = server().newBucket();
        put(bucket, "a", "text");
        refused(
                412,
                "PreconditionFailed",
                () ->
                        s3().copyObject(b ->
                                b.sourceBucket(bucket)
                                        .sourceKey("a")
                                        .destinationBucket(bucket)
                                        .destinationKey("b")
                                        .copySourceIfMatch("\"other\"")));
    }
}
