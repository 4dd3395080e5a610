package org.outturn.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** Many objects are deleted in one request. */
interface BatchContract extends AsksServer {
    static Delete of(List<String> keys) {
        return Delete.builder()
                .objects(keys.stream().map(k -> ObjectIdentifier.builder().key(k).build()).toList())
                .build();
    }

    @Test
    default void deletesWhatIsThereAndWhatIsNot() {
        String bucket = server().newBucket();
        put(bucket, "a", "text");
        put(bucket, "b", "text");
        put(bucket, "keep", "text");
        var answer =
                s3().deleteObjects(
                                b -> b.bucket(bucket).delete(of(List.of("a", "b", "never there"))));
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.deleted())
                .extracting(DeletedObject::key)
                .containsExactlyInAnyOrder("a", "b", "never there");
        assertThat(s3().listObjectsV2(b -> b.bucket(bucket)).contents())
                .singleElement()
                .returns("keep", o -> o.key());
    }

    @Test
    default void saysNothingWhenAskedToBeQuiet() {
        String bucket = server().newBucket();
        put(bucket, "a", "text");
        var quiet = of(List.of("a")).toBuilder().quiet(true).build();
        var answer = s3().deleteObjects(b -> b.bucket(bucket).delete(quiet));
        assertThat(answer.deleted()).isEmpty();
        refused(404, "", () -> s3().headObject(b -> b.bucket(bucket).key("a")));
    }

    @Test
    default void refusesABatchThatCameDamaged() throws Exception {
        assumeFalse(server().differs(Difference.BATCH_DIGEST_IS_IGNORED));
        String bucket = server().newBucket();
        put(bucket, "a", "text");
        byte[] xml =
                "<Delete><Object><Key>a</Key></Object></Delete>".getBytes(StandardCharsets.UTF_8);
        var answer =
                server().raw()
                        .send(
                                "POST",
                                "/" + bucket,
                                Map.of("delete", ""),
                                Map.of("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg=="),
                                xml);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RawS3.code(answer)).isEqualTo("BadDigest");
        assertThat(text(bucket, "a")).isEqualTo("text");
    }
}
