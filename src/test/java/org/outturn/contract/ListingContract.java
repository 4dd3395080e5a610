package org.outturn.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Listings: in order, by page, by prefix and by delimiter. */
interface ListingContract extends AsksServer {
    List<String> TREE =
            List.of("a/1", "a/2", "a/b/3", "b", "c/4", "c/5", "d", "\uFFFD high", "\uD83C\uDFB5");

    @Test
    default void listsInTheOrderOfUtf8Bytes() {
        String bucket = tree();
        var page = s3().listObjectsV2(b -> b.bucket(bucket));
        assertThat(page.contents()).extracting(S3Object::key).containsExactlyElementsOf(TREE);
        assertThat(page.isTruncated()).isFalse();
        assertThat(page.keyCount()).isEqualTo(TREE.size());
        assertThat(page.contents().getFirst().size()).isEqualTo(4);
        assertThat(page.contents().getFirst().eTag())
                .isEqualTo("\"1cb251ec0d568de6a929b520c4aed8d1\"");
        assertThat(page.contents().getFirst().lastModified()).isNotNull();
    }

    @Test
    default void rollsUpWhatLiesBehindTheDelimiter() {
        String bucket = tree();
        var top = s3().listObjectsV2(b -> b.bucket(bucket).delimiter("/"));
        assertThat(top.commonPrefixes())
                .extracting(CommonPrefix::prefix)
                .containsExactly("a/", "c/");
        assertThat(top.contents())
                .extracting(S3Object::key)
                .containsExactly("b", "d", "\uFFFD high", "\uD83C\uDFB5");
        var below = s3().listObjectsV2(b -> b.bucket(bucket).prefix("a/").delimiter("/"));
        assertThat(below.commonPrefixes()).extracting(CommonPrefix::prefix).containsExactly("a/b/");
        assertThat(below.contents()).extracting(S3Object::key).containsExactly("a/1", "a/2");
    }

    @Test
    default void goesOnWhereAPageEnded() {
        String bucket = tree();
        for (int max = 1; max <= 4; max++) {
            assertThat(walk(bucket, max, null)).as("pages of %d", max).isEqualTo(TREE);
            assertThat(walk(bucket, max, "/"))
                    .as("pages of %d with delimiter", max)
                    .containsExactly("a/", "b", "c/", "d", "\uFFFD high", "\uD83C\uDFB5");
        }
    }

    private List<String> walk(String bucket, int max, String delimiter) {
        var names = new ArrayList<String>();
        var request =
                ListObjectsV2Request.builder().bucket(bucket).maxKeys(max).delimiter(delimiter);
        ListObjectsV2Response page;
        do {
            page = s3().listObjectsV2(request.build());
            var inPage = new ArrayList<String>();
            page.contents().forEach(object -> inPage.add(object.key()));
            page.commonPrefixes().forEach(prefix -> inPage.add(prefix.prefix()));
            assertThat(inPage).hasSizeBetween(1, max);
            inPage.sort(KeyContract.utf8());
            names.addAll(inPage);
            request.continuationToken(page.nextContinuationToken());
        } while (page.isTruncated());
        return names;
    }

    @Test
    default void startsBehindAKey() {
        String bucket = tree();
        var page = s3().listObjectsV2(b -> b.bucket(bucket).startAfter("b"));
        assertThat(page.contents().getFirst().key()).isEqualTo("c/4");
        var between = s3().listObjectsV2(b -> b.bucket(bucket).startAfter("b0").maxKeys(1));
        assertThat(between.contents()).singleElement().returns("c/4", S3Object::key);
    }

    @Test
    default void listsInTheOlderWayToo() {
        String bucket = tree();
        var names = new ArrayList<String>();
        String marker = "";
        boolean more = true;
        while (more) {
            String from = marker;
            var page =
                    s3().listObjects(b -> b.bucket(bucket).delimiter("/").maxKeys(2).marker(from));
            page.contents().forEach(object -> names.add(object.key()));
            page.commonPrefixes().forEach(prefix -> names.add(prefix.prefix()));
            more = page.isTruncated();
            marker = page.nextMarker();
        }
        assertThat(names)
                .containsExactlyInAnyOrder("a/", "b", "c/", "d", "\uFFFD high", "\uD83C\uDFB5");
    }

    @Test
    default void listsThousands() {
        String bucket = server().newBucket();
        List<String> keys = IntStream.range(0, 2_300).mapToObj("k/%05d"::formatted).toList();
        keys.parallelStream().forEach(key -> put(bucket, key, "text"));
        var pages = s3().listObjectsV2Paginator(b -> b.bucket(bucket)).stream().toList();
        assertThat(pages).hasSize(3);
        assertThat(pages.stream().flatMap(page -> page.contents().stream()).map(S3Object::key))
                .containsExactlyElementsOf(keys);
    }

    @Test
    default void listsNothingWhenAskedForNone() throws Exception {
        String bucket = tree();
        var page = s3().listObjectsV2(b -> b.bucket(bucket).maxKeys(0));
        assertThat(page.contents()).isEmpty();
        assertThat(page.isTruncated()).isFalse();
        var wrong =
                server().raw()
                        .send(
                                "GET",
                                "/" + bucket,
                                Map.of("list-type", "2", "max-keys", "many"),
                                Map.of(),
                                new byte[0]);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(RawS3.code(wrong)).isEqualTo("InvalidArgument");
    }

    private String tree() {
        String bucket = server().newBucket();
        TREE.forEach(key -> put(bucket, key, "text"));
        return bucket;
    }
}
