package org.outturn.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.outturn.catalog.Completeness;
import org.outturn.catalog.OutputCollector;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.OutputTable;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;
import org.outturn.storage.UnfinishedUpload;

/** What looks find, and how many requests they take. */
class BucketLooksTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss");
    private static final Completeness BEFORE =
            new Completeness.Complete(NOW.minus(Duration.ofHours(2)));
    private static final long MOST = 200_000;

    private final CountingBucket bucket = new CountingBucket();

    private static String job(Instant at, int number) {
        return "agar/"
                + STAMP.format(LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                + "_"
                + new UUID(number, number)
                + "/";
    }

    /** Jobs of 100 files, an hour apart, the last one an hour ago. */
    private void jobs(int count) {
        for (int i = 0; i < count; i++) {
            Instant at = NOW.minus(Duration.ofHours(count - i));
            String folder = job(at, i);
            bucket.put(folder + "all_products.json", 10, at);
            for (int file = 1; file < 100; file++) {
                bucket.put(folder + "screenshots/" + file + ".png", 10, at);
            }
        }
    }

    private BucketLooks looks(OutputTable start) {
        return new BucketLooks(bucket, start, MOST, () -> NOW);
    }

    private static Look quick(BucketLooks looks) {
        return looks.look(false, Cancellation.never());
    }

    private static List<String> names(List<OutputRow> rows) {
        return rows.stream().map(OutputRow::firstKey).sorted().toList();
    }

    @Test
    void aQuietLookAtAHundredThousandObjectsTakesAFewRequests() {
        jobs(1_000);
        BucketLooks looks = looks(bucket.table(NOW));

        looks.look(true, Cancellation.never());
        int whole = bucket.requests();
        OutputTable known = quick(looks).table();
        int first = bucket.requests();
        Look second = quick(looks);
        int quiet = bucket.requests();

        assertThat(whole).as("100 pages, and the uploads in parts").isEqualTo(101);
        assertThat(first).isEqualTo(3);
        assertThat(quiet).as("one to the old jobs, one behind them, one for uploads").isEqualTo(3);
        assertThat(second.table()).isSameAs(known);
        assertThat(second.whole()).isFalse();
        assertThat(second.completeness()).isEqualTo(new Completeness.Complete(NOW));
    }

    @Test
    void newJobsAndLateFilesOfRecentOnesAreSeenByAQuickLook() {
        jobs(100);
        OutputTable start = bucket.table(NOW);
        BucketLooks looks = looks(start);
        String late = job(NOW.minus(Duration.ofHours(1)), 99) + "screenshots/late.png";
        bucket.put(late, 10, NOW);
        bucket.put(job(NOW, 1_000) + "results.json", 10, NOW);

        Look look = quick(looks);

        assertThat(bucket.requests()).isEqualTo(3);
        OutputChanges changes = OutputChanges.between(start, look.table());
        assertThat(names(changes.fresh())).containsExactly(job(NOW, 1_000) + "results.json");
        assertThat(changes.grown()).hasSize(1);
        assertThat(changes.grown().getFirst().after().files()).isEqualTo(101);
        assertThat(changes.gone()).isEmpty();
        assertThat(quick(looks).table().rows()).hasSize(101);
    }

    @Test
    void whatIsWrittenToAnOldJobIsSeenAsLongAsItGetsMore() {
        jobs(100);
        String old = job(NOW.minus(Duration.ofHours(90)), 10);
        bucket.put(old + "screenshots/late.png", 10, NOW);
        BucketLooks looks = looks(bucket.table(NOW));
        bucket.put(old + "categories.json", 10, NOW);

        assertThat(quick(looks).table().find(bucket.table(NOW).rows().get(10).identity()))
                .hasValueSatisfying(row ->
                        assertThat(
                                        looks.look(false, Cancellation.never())
                                                .table()
                                                .rows()
                                                .get(row)
                                                .files())
                                .isEqualTo(102));
    }

    @Test
    void placesWithoutATimeAreListedWhole() {
        jobs(100);
        for (int i = 0; i < 3_000; i++) {
            bucket.put(
                    "audio/" + new UUID(i, i) + "/20261101_000000_00c0ffee_take.wav",
                    10,
                    NOW.minus(Duration.ofDays(9)));
        }
        BucketLooks looks = looks(bucket.table(NOW));
        String amidst = "audio/" + new UUID(7, 0) + "/20261101_000000_00c0ffee_take.wav";
        bucket.put(amidst, 10, NOW);
        bucket.put("0-first/unknown.bin", 1, NOW);
        bucket.put("exports/" + new UUID(1, 1) + "/20261121_115900_midi", 10, NOW);

        OutputTable table = quick(looks).table();

        assertThat(table.listing().size()).isEqualTo(13_003);
        assertThat(names(table.rows())).contains(amidst);
    }

    @Test
    void deletedOldOutputsGoWithTheNextWholeLook() {
        jobs(100);
        OutputTable start = bucket.table(NOW);
        BucketLooks looks = looks(start);
        String folder = job(NOW.minus(Duration.ofHours(100)), 0);
        bucket.keys().stream().filter(key -> key.startsWith(folder)).forEach(bucket::delete);

        assertThat(quick(looks).table().rows()).hasSize(100);
        Look whole = looks.look(true, Cancellation.never());

        assertThat(whole.whole()).isTrue();
        assertThat(names(OutputChanges.between(start, whole.table()).gone()))
                .containsExactly(folder + "all_products.json");
    }

    @Test
    void aKeyFromTheFutureDoesNotHideWhatComesNow() {
        jobs(100);
        bucket.put(
                job(NOW.plus(Duration.ofDays(9_000)), 5_000) + "results.json",
                1,
                NOW.minus(Duration.ofDays(2)));
        BucketLooks looks = looks(bucket.table(NOW));
        bucket.put(job(NOW, 1_000) + "results.json", 10, NOW);

        assertThat(names(quick(looks).table().rows())).contains(job(NOW, 1_000) + "results.json");
        assertThat(bucket.requests()).isEqualTo(3);
    }

    @Test
    void moreThanTheLimitIsSaidToBePartial() {
        jobs(50);
        var looks = new BucketLooks(bucket, bucket.table(NOW), 4_000, () -> NOW);
        Look look = looks.look(true, Cancellation.never());

        assertThat(look.completeness())
                .isEqualTo(new Completeness.Partial(Completeness.Cause.LIMIT, NOW));
        assertThat(look.table().listing().size()).isEqualTo(4_000);
    }

    @Test
    void aCancelledLookLeavesWhatIsKnown() {
        jobs(50);
        OutputTable start = bucket.table(NOW);
        BucketLooks looks = looks(start);
        var cancellation = new Cancellation();
        bucket.beforePage(cancellation::cancel);

        assertThatThrownBy(() -> looks.look(true, cancellation))
                .isInstanceOf(CancellationException.class);
        bucket.beforePage(() -> {});
        assertThat(quick(looks).table().rows()).hasSameSizeAs(start.rows());
    }

    @Test
    void documentsBehindAnEpochAndVideosBehindADayAreSkippedToo() {
        for (int i = 0; i < 5_000; i++) {
            Instant at = NOW.minus(Duration.ofMinutes(5L * (5_000 - i)));
            bucket.put("monkeyocr/parsed/" + at.getEpochSecond() + "_a.zip", 10, at);
            String day =
                    DateTimeFormatter.ofPattern("uuuu/MM/dd").format(at.atZone(ZoneOffset.UTC));
            bucket.put(
                    "temp/videos/%s/%016x_%d.mp4".formatted(day, i * 7919L, at.toEpochMilli()),
                    10,
                    at);
        }
        BucketLooks looks = looks(bucket.table(NOW));
        bucket.put("monkeyocr/parsed/" + NOW.getEpochSecond() + "_b.zip", 10, NOW);
        bucket.put("temp/videos/2026/11/21/0000000000000001_1795262400000.mp4", 10, NOW);

        OutputTable table = quick(looks).table();

        assertThat(bucket.requests())
                .as("three stretches, one of two pages, and uploads")
                .isEqualTo(5);
        assertThat(table.rows()).hasSize(10_002);
    }

    private BucketLooks looksOnlyAt(String place) {
        return new BucketLooks(
                bucket, bucket.table(NOW), new Prefix("b", place), BEFORE, MOST, () -> NOW);
    }

    @Test
    void aPlaceAloneIsListedAndTheRestStaysAsItWas() {
        jobs(100);
        bucket.put("a", 10, NOW);
        bucket.put("raw/" + new UUID(1, 1) + ".pdf", 10, NOW);
        bucket.put("zebra", 10, NOW);
        bucket.uploading(upload("agar/x"), upload("audio/x.wav"));
        OutputTable start = bucket.table(NOW);
        BucketLooks looks = looksOnlyAt("agar/");
        Look first = looks.look(true, Cancellation.never());
        int whole = bucket.requests();

        assertThat(Set.copyOf(first.table().rows()).equals(Set.copyOf(start.rows()))).isTrue();
        assertThat(first.completeness()).isEqualTo(BEFORE);
        assertThat(whole).as("eleven pages, the last one not full, and uploads").isEqualTo(11);
        assertThat(bucket.places()).containsExactly("agar/");

        bucket.put(job(NOW, 1_000) + "results.json", 10, NOW);
        bucket.put("raw/" + new UUID(2, 2) + ".pdf", 10, NOW);
        bucket.delete("zebra");
        bucket.delete(job(NOW.minus(Duration.ofHours(1)), 99) + "all_products.json");
        bucket.uploading();
        OutputTable table = quick(looks).table();

        assertThat(bucket.requests()).as("to the old jobs, behind them, uploads").isEqualTo(3);
        assertThat(bucket.places()).containsExactly("agar/");
        assertThat(names(OutputChanges.between(start, table).fresh()))
                .containsExactly(job(NOW, 1_000) + "results.json");
        assertThat(table.listing().size()).isEqualTo(start.listing().size());
        assertThat(table.uploads()).containsExactly(upload("audio/x.wav"));
    }

    @Test
    void aPlaceThatIsStillEmptyIsFollowedToo() {
        bucket.put("a", 10, NOW);
        bucket.put("zebra", 10, NOW);
        BucketLooks looks = looksOnlyAt("monkeyocr/");
        bucket.put("monkeyocr/parsed/1751160010_a.zip", 10, NOW);
        bucket.put("monkeyocr2/parsed/1751160010_a.zip", 10, NOW);

        OutputTable table = quick(looks).table();

        assertThat(
                        java.util.stream.IntStream.range(0, table.listing().size())
                                .mapToObj(table.listing()::key))
                .containsExactly("a", "monkeyocr/parsed/1751160010_a.zip", "zebra");
    }

    private static UnfinishedUpload upload(String key) {
        return new UnfinishedUpload(new ObjectAddress("b", key), "id", NOW);
    }

    @Test
    void aPrefixIsFollowedAsABucketIs() {
        jobs(100);
        bucket.put("raw/" + new UUID(1, 1) + ".pdf", 10, NOW);
        OutputTable nothing =
                new OutputCollector(Layouts.SHIPPED.recogniser(), new Prefix("b", "agar/"))
                        .table(NOW);
        BucketLooks looks = looks(nothing);
        OutputTable known = looks.look(true, Cancellation.never()).table();
        bucket.requests();
        bucket.put(job(NOW, 1_000) + "results.json", 10, NOW);
        bucket.put("raw/" + new UUID(2, 2) + ".pdf", 10, NOW);

        OutputTable table = quick(looks).table();

        assertThat(known.rows()).hasSize(100);
        assertThat(bucket.requests()).isEqualTo(3);
        assertThat(names(OutputChanges.between(known, table).fresh()))
                .containsExactly(job(NOW, 1_000) + "results.json");
    }
}
