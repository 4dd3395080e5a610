package org.outturn.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Every key that S3 allows is stored, listed, read, linked and deleted as it is. */
interface KeyContract extends AsksServer {
    static Stream<String> oddKeys() {
        return Stream.of(
                "with space and  two",
                "plus+sign",
                "percent%sign and %2F and %25",
                "hash#and?question=mark&amp;",
                "quotes'\"`and<angle>[square]{curly}",
                "back\\slash|pipe^caret~tilde",
                "semi;colon,comma:colon=equals@at$dollar!bang*star(paren)",
                "line\nfeed",
                "emoji \uD83C\uDFB5 and \uD83D\uDC69\u200D\uD83D\uDCBB",
                "combining e\u0301 and composed \u00e9",
                "\u65e5\u672c\u8a9e/\u0627\u0644\u0639\u0631\u0628\u064a\u0629.txt",
                "/leading slash",
                "//two leading slashes",
                "a//b///c",
                "trailing/",
                "./dot",
                "a/./b",
                "a/../b",
                "../up",
                ".",
                "..",
                "...",
                " ",
                "k".repeat(1024),
                "\u00e9".repeat(512));
    }

    @ParameterizedTest
    @MethodSource("oddKeys")
    default void keepsAnOddKey(String key) throws Exception {
        String bucket = server().newBucket();
        String content = "content of " + key;
        put(bucket, key, content);

        assertThat(keys(bucket)).containsExactly(key);
        assertThat(text(bucket, key)).isEqualTo(content);
        assertThat(s3().headObject(b -> b.bucket(bucket).key(key)).contentLength()).isPositive();
        var link = server().raw().link(bucket, key, Duration.ofMinutes(5), Map.of());
        HttpResponse<byte[]> linked = server().raw().get(link);
        assertThat(linked.statusCode()).as(new String(linked.body())).isEqualTo(200);
        assertThat(linked.body()).asString().isEqualTo(content);
        s3().copyObject(b ->
                b.sourceBucket(bucket)
                        .sourceKey(key)
                        .destinationBucket(bucket)
                        .destinationKey("copy"));
        assertThat(text(bucket, "copy")).isEqualTo(content);
        s3().deleteObject(b -> b.bucket(bucket).key(key));
        assertThat(keys(bucket)).containsExactly("copy");
    }

    @Test
    default void deletesOddKeysInABatch() {
        String bucket = server().newBucket();
        List<String> all = oddKeys().toList();
        all.forEach(key -> put(bucket, key, "text"));
        assertThat(keys(bucket)).containsExactlyElementsOf(all.stream().sorted(utf8()).toList());
        s3().deleteObjects(b -> b.bucket(bucket).delete(BatchContract.of(all)));
        assertThat(keys(bucket)).isEmpty();
    }

    @Test
    default void keepsAKeyThatIsAlsoAPrefix() {
        String bucket = server().newBucket();
        put(bucket, "job", "object");
        put(bucket, "job/", "marker");
        put(bucket, "job/file", "file");
        var page = s3().listObjectsV2(b -> b.bucket(bucket).delimiter("/"));
        assertThat(page.contents()).extracting(S3Object::key).containsExactly("job");
        assertThat(page.commonPrefixes()).singleElement().returns("job/", p -> p.prefix());
    }

    @Test
    default void refusesAKeyOfMoreThan1024Bytes() {
        String bucket = server().newBucket();
        refused(400, "", () -> put(bucket, "k".repeat(1025), "text"));
    }

    default List<String> keys(String bucket) {
        var keys = new ArrayList<String>();
        s3().listObjectsV2Paginator(b -> b.bucket(bucket))
                .contents()
                .forEach(o -> keys.add(o.key()));
        return keys;
    }

    static Comparator<String> utf8() {
        return (one, other) ->
                java.util.Arrays.compareUnsigned(
                        one.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        other.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
