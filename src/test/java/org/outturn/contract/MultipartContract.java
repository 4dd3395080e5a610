package org.outturn.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;

/** Uploads in parts, as one request a step. */
interface MultipartContract extends AsksServer {
    int MIN_PART = 5 << 20;

    @Test
    default void makesOneObjectOfParts() {
        String bucket = server().newBucket();
        byte[] first = bytes(MIN_PART);
        byte[] second = bytes(1000);
        String id = begin(bucket, "a");
        CompletedPart two = part(bucket, "a", id, 2, second);
        CompletedPart one = part(bucket, "a", id, 1, first);
        assertThat(s3().listParts(b -> b.bucket(bucket).key("a").uploadId(id)).parts())
                .extracting(Part::partNumber)
                .containsExactly(1, 2);
        refused(404, "", () -> s3().headObject(b -> b.bucket(bucket).key("a")));
        complete(bucket, "a", id, one, two);
        String etag = s3().headObject(b -> b.bucket(bucket).key("a")).eTag();
        assertThat(etag).endsWith("-2\"");
        byte[] whole = s3().getObjectAsBytes(b -> b.bucket(bucket).key("a")).asByteArray();
        assertThat(whole).hasSize(MIN_PART + 1000).startsWith(first).endsWith(second);
        var middle =
                s3().getObjectAsBytes(b ->
                        b.bucket(bucket)
                                .key("a")
                                .range("bytes=" + (MIN_PART - 1) + "-" + MIN_PART));
        assertThat(middle.asByteArray()).containsExactly(first[MIN_PART - 1], second[0]);
        refused(404, "", () -> part(bucket, "a", id, 3, second));
    }

    @Test
    default void readsOnePart() {
        assumeFalse(server().differs(Difference.PART_NUMBER_IS_IGNORED));
        String bucket = server().newBucket();
        byte[] second = bytes(1000);
        String id = begin(bucket, "a");
        var one = part(bucket, "a", id, 1, bytes(MIN_PART));
        complete(bucket, "a", id, one, part(bucket, "a", id, 2, second));
        var answer = s3().getObjectAsBytes(b -> b.bucket(bucket).key("a").partNumber(2));
        assertThat(answer.asByteArray()).isEqualTo(second);
        assertThat(answer.response().partsCount()).isEqualTo(2);
    }

    @Test
    default void refusesPartsThatAreNotRight() {
        String bucket = server().newBucket();
        String small = begin(bucket, "small");
        var little = part(bucket, "small", small, 1, bytes(1000));
        var rest = part(bucket, "small", small, 2, bytes(1000));
        refused(400, "EntityTooSmall", () -> complete(bucket, "small", small, little, rest));

        String id = begin(bucket, "a");
        var one = part(bucket, "a", id, 1, bytes(MIN_PART));
        var two = part(bucket, "a", id, 2, bytes(MIN_PART));
        if (!server().differs(Difference.PART_ORDER_IS_IGNORED)) {
            refused(400, "InvalidPartOrder", () -> complete(bucket, "a", id, two, one));
        }
        var wrong = two.toBuilder().eTag("\"0123456789abcdef0123456789abcdef\"").build();
        refused(400, "InvalidPart", () -> complete(bucket, "a", id, one, wrong));
        complete(bucket, "a", id, one, two);
        assertThat(s3().headObject(b -> b.bucket(bucket).key("a")).contentLength())
                .isEqualTo(2L * MIN_PART);
    }

    @Test
    default void replacesAPartThatIsSentAgain() {
        String bucket = server().newBucket();
        String id = begin(bucket, "a");
        part(bucket, "a", id, 1, bytes(1000));
        byte[] again = bytes(500);
        complete(bucket, "a", id, part(bucket, "a", id, 1, again));
        assertThat(s3().getObjectAsBytes(b -> b.bucket(bucket).key("a")).asByteArray())
                .isEqualTo(again);
    }

    @Test
    default void listsAndAbortsUploads() {
        String bucket = server().newBucket();
        String id = begin(bucket, "jobs/1/a");
        String other = begin(bucket, "jobs/2/b");
        part(bucket, "jobs/1/a", id, 1, bytes(1000));
        var uploads = s3().listMultipartUploads(b -> b.bucket(bucket)).uploads();
        assertThat(uploads).extracting(MultipartUpload::uploadId).containsExactly(id, other);
        assertThat(s3().listMultipartUploads(b -> b.bucket(bucket).prefix("jobs/2/")).uploads())
                .singleElement()
                .returns("jobs/2/b", MultipartUpload::key);
        s3().abortMultipartUpload(b -> b.bucket(bucket).key("jobs/1/a").uploadId(id));
        refused(404, "", () -> s3().listParts(b -> b.bucket(bucket).key("jobs/1/a").uploadId(id)));
        assertThat(s3().listMultipartUploads(b -> b.bucket(bucket)).uploads()).hasSize(1);
    }

    @Test
    default void copiesARangeAsAPart() {
        String bucket = server().newBucket();
        byte[] source = bytes(MIN_PART + 1000);
        s3().putObject(b -> b.bucket(bucket).key("from"), RequestBody.fromBytes(source));
        String id = begin(bucket, "to");
        var copy =
                s3().uploadPartCopy(b ->
                                b.sourceBucket(bucket)
                                        .sourceKey("from")
                                        .copySourceRange("bytes=1000-" + (MIN_PART + 999))
                                        .destinationBucket(bucket)
                                        .destinationKey("to")
                                        .uploadId(id)
                                        .partNumber(1))
                        .copyPartResult();
        var one = CompletedPart.builder().partNumber(1).eTag(copy.eTag()).build();
        complete(bucket, "to", id, one, part(bucket, "to", id, 2, bytes(10)));
        byte[] whole = s3().getObjectAsBytes(b -> b.bucket(bucket).key("to")).asByteArray();
        assertThat(whole).hasSize(MIN_PART + 10);
        assertThat(whole).startsWith(java.util.Arrays.copyOfRange(source, 1000, source.length));
    }

    private String begin(String bucket, String key) {
        return s3().createMultipartUpload(b -> b.bucket(bucket).key(key)).uploadId();
    }

    private CompletedPart part(String bucket, String key, String id, int number, byte[] bytes) {
        String etag =
                s3().uploadPart(
                                b -> b.bucket(bucket).key(key).uploadId(id).partNumber(number),
                                RequestBody.fromBytes(bytes))
                        .eTag();
        return CompletedPart.builder().partNumber(number).eTag(etag).build();
    }

    private CompleteMultipartUploadResponse complete(
            String bucket, String key, String id, CompletedPart... parts) {
        return s3().completeMultipartUpload(b ->
                b.bucket(bucket)
                        .key(key)
                        .uploadId(id)
                        .multipartUpload(u -> u.parts(List.of(parts))));
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
