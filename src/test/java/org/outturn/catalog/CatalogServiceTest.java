package org.outturn.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.outturn.failure.Attempt;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.pipeline.OutputKind;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.storage.Prefix;

class CatalogServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:04:11Z");
    private static final Prefix ROOT = Prefix.root("b");
    private static final String UUID = "0b9f2c4e-8a51-4d37-9c06-5e1a7d3f7395";

    private final RecordedCalls calls = new RecordedCalls();

    @Test
    void tellsEachPageOnceAndThatItIsComplete() {
        Listing listing = service(keys(95), 10).open(ROOT, calls);
        awaitEnd();
        assertThat(calls.batches).hasSize(10);
        int next = 0;
        for (CatalogBatch batch : calls.batches) {
            assertThat(batch.from()).isEqualTo(next);
            assertThat(batch.table()).isSameAs(calls.batches.getFirst().table());
            next = batch.to();
        }
        assertThat(next).isEqualTo(95);
        assertThat(calls.ends).containsExactly(new Completeness.Complete(NOW));
        assertThat(listing.completeness()).isEqualTo(new Completeness.Complete(NOW));
    }

    @Test
    void runsOnAVirtualThreadThatSaysWhoItIs() {
        Listing listing = service(keys(1), 10).open(new Prefix("b", "k"), calls);
        awaitEnd();
        assertThat(listing.name()).isEqualTo("list s3://b/k");
        assertThat(calls.threads.getFirst().isVirtual()).isTrue();
        assertThat(calls.threads.getFirst().getName()).isEqualTo(listing.name());
    }

    @Test
    void anEmptyPrefixGivesOneEmptyBatch() {
        service(keys(3), 10).open(new Prefix("b", "other/"), calls);
        awaitEnd();
        assertThat(calls.batches).hasSize(1);
        assertThat(calls.batches.getFirst().table().size()).isZero();
    }

    @Test
    void aFailureEndsItAndWhatWasListedStays() {
        Failure denied =
                new Failure.AccessDenied(
                        "s3:ListBucket",
                        new Attempt("ListObjectsV2", "s3://b/"),
                        Technical.of("AccessDenied"));
        failAtPage(2, new FailureException(denied)).open(ROOT, calls);
        awaitEnd();
        assertThat(calls.ends).containsExactly(new Completeness.Failed(denied, NOW));
        assertThat(calls.batches.getLast().table().size()).isEqualTo(20);
    }

    @Test
    void aDefectEndsItWithoutItsText() {
        Listing listing =
                failAtPage(1, new IllegalStateException("X-Amz-Signature=abc")).open(ROOT, calls);
        awaitEnd();
        assertThat(calls.ends)
                .singleElement()
                .isInstanceOfSatisfying(
                        Completeness.Failed.class,
                        failed ->
                                assertThat(failed.failure())
                                        .isInstanceOf(Failure.Unexpected.class));
        assertThat(listing.completeness().toString())
                .contains("IllegalStateException", "s3://b/")
                .doesNotContain("Signature");
    }

    @Test
    void aClosedConnectionLeavesItPartial() {
        failAtPage(1, new CancellationException("closed")).open(ROOT, calls);
        awaitEnd();
        assertThat(calls.ends)
                .containsExactly(new Completeness.Partial(Completeness.Cause.CANCELLED, NOW));
    }

    @Test
    void aSurveyCountsTheOutputsOfTheWholeBucket() {
        List<String> keys =
                List.of(
                        "agar/20251114_011839_" + UUID + "/all_products.json",
                        "agar/20251114_011839_" + UUID + "/pdfs/a.pdf",
                        "monkeyocr/parsed/1751160010_a.zip",
                        "readme.md");
        Listing listing =
                service(keys, 3).survey("b", Layouts.SHIPPED.recogniser(), calls, 200_000);
        awaitEnd();
        assertThat(listing.name()).isEqualTo("survey s3://b/");
        assertThat(calls.counts).as("not one for every page").hasSize(2);
        assertThat(calls.counts.getLast().objects()).isEqualTo(4);
        assertThat(calls.counts.getLast().outputs(OutputKind.JOBS)).isEqualTo(1);
        assertThat(calls.counts.getLast().outputs(OutputKind.PARSED_DOCUMENTS)).isEqualTo(1);
        assertThat(calls.ends).containsExactly(new Completeness.Complete(NOW));
    }

    @Test
    void aSurveyStopsAtItsBoundAndSaysSo() {
        service(keys(100), 10).survey("b", Layouts.SHIPPED.recogniser(), calls, 25);
        awaitEnd();
        assertThat(calls.counts.getLast().objects()).isEqualTo(25);
        assertThat(calls.ends)
                .containsExactly(new Completeness.Partial(Completeness.Cause.LIMIT, NOW));
    }

    @Test
    void aBoundThatIsJustReachedIsNoLimit() {
        service(keys(30), 10).survey("b", Layouts.SHIPPED.recogniser(), calls, 30);
        awaitEnd();
        assertThat(calls.counts.getLast().objects()).isEqualTo(30);
        assertThat(calls.ends).containsExactly(new Completeness.Complete(NOW));
    }

    @Test
    void aCountFindsEveryObjectBelowThePrefixesOnce() {
        List<String> keys = List.of("a/", "a/1", "a/b/2", "a", "ab", "c/3", "d/4");
        List<Prefix> prefixes =
                List.of(
                        new Prefix("b", "a/"),
                        new Prefix("b", "a/b/"),
                        new Prefix("b", "c/"),
                        new Prefix("b", "a/"));
        Listing listing = service(keys, 2).count(prefixes, 1_000, calls);
        awaitEnd();
        assertThat(listing.name()).isEqualTo("count s3://b/a/ and 1 more");
        assertThat(calls.found)
                .containsExactly(
                        new FoundObjects("b", List.of("a/", "a/1", "a/b/2", "c/3"), 2 + 3 + 5 + 3));
        assertThat(calls.objects).containsExactly(2L, 3L, 4L);
        assertThat(calls.ends).containsExactly(new Completeness.Complete(NOW));
    }

    @Test
    void aCountStopsAtItsBoundOverAllPrefixes() {
        List<String> keys = List.of("a/1", "a/2", "c/3", "c/4");
        service(keys, 10).count(List.of(new Prefix("b", "a/"), new Prefix("b", "c/")), 3, calls);
        awaitEnd();
        assertThat(calls.found.getFirst().keys()).containsExactly("a/1", "a/2", "c/3");
        assertThat(calls.ends)
                .containsExactly(new Completeness.Partial(Completeness.Cause.LIMIT, NOW));
    }

    @Test
    void senselessRequestsAreRefused() {
        CatalogService service = service(keys(1), 10);
        assertThatThrownBy(() -> service.count(List.of(), 1, calls))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> service.count(List.of(ROOT, Prefix.root("c")), 1, calls))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> service.survey("b", Layouts.SHIPPED.recogniser(), calls, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void awaitEnd() {
        await().until(() -> !calls.ends.isEmpty());
    }

    private static List<String> keys(int count) {
        return IntStream.range(0, count).mapToObj("k%03d"::formatted).toList();
    }

    private static CatalogService service(List<String> keys, int pageSize) {
        return new CatalogService(new ListedKeys(keys, pageSize), InstantSource.fixed(NOW));
    }

    private static CatalogService failAtPage(int page, RuntimeException failure) {
        Consumer<Integer> failing =
                number -> {
                    if (number == page) {
                        throw failure;
                    }
                };
        return new CatalogService(new ListedKeys(keys(100), 10, failing), InstantSource.fixed(NOW));
    }
}
