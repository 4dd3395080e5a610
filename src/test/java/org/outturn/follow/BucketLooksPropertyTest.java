package org.outturn.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.outturn.catalog.Completeness;
import org.outturn.catalog.OutputTable;
import org.outturn.storage.Cancellation;
import org.outturn.storage.Prefix;

/** Whatever comes, goes or changes: a whole look knows what a survey knows. */
class BucketLooksPropertyTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    record Event(String key, int size, boolean put, boolean look) {}

    @Provide
    Arbitrary<List<Event>> events() {
        Arbitrary<String> keys =
                Arbitraries.of(
                        "a",
                        "agar/20261121_110000_" + new UUID(1, 1) + "/results.json",
                        "agar/20261121_110000_" + new UUID(1, 1) + "/pdfs/a_pdfs.json",
                        "agar/20261121_113000_" + new UUID(2, 2) + "/results.json",
                        "agar/readme",
                        "audio/20261121_113000_00c0ffee_take.wav",
                        "parsed/1751160010_a b/x.md",
                        "parsed/1751160013_a_b.zip",
                        "raw/" + new UUID(3, 3) + ".pdf",
                        "\uE000",
                        "🥁");
        return Combinators.combine(
                        keys,
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(true, false))
                .as(Event::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 300)
    void aWholeLookKnowsWhatASurveyKnows(@ForAll("events") List<Event> events) {
        var bucket = new CountingBucket();
        var looks = new BucketLooks(bucket, bucket.table(NOW), 1_000, () -> NOW);
        Instant at = NOW.minus(Duration.ofHours(1));
        for (Event event : events) {
            at = at.plusSeconds(1);
            if (event.put()) {
                bucket.put(event.key(), event.size(), at);
            } else {
                bucket.delete(event.key());
            }
            if (event.look()) {
                OutputTable found = looks.look(true, Cancellation.never()).table();
                OutputTable survey = bucket.table(NOW);
                assertThat(found.rows()).isEqualTo(survey.rows());
                assertThat(keys(found)).isEqualTo(bucket.keys());
            }
        }
    }

    @Property(tries = 300)
    void aLookAtAPlaceKnowsItAndNothingElse(
            @ForAll("events") List<Event> events, @ForAll("places") String place) {
        var bucket = new CountingBucket();
        var before = new CountingBucket();
        Instant at = NOW.minus(Duration.ofHours(1));
        for (Event event : events.subList(0, events.size() / 2)) {
            bucket.put(event.key(), event.size(), at);
            before.put(event.key(), event.size(), at);
        }
        var looks =
                new BucketLooks(
                        bucket,
                        bucket.table(NOW),
                        new Prefix("b", place),
                        new Completeness.Complete(NOW),
                        1_000,
                        () -> NOW);
        for (Event event : events) {
            at = at.plusSeconds(1);
            for (CountingBucket one :
                    event.key().startsWith(place) ? List.of(bucket, before) : List.of(bucket)) {
                if (event.put()) {
                    one.put(event.key(), event.size(), at);
                } else {
                    one.delete(event.key());
                }
            }
            if (event.look()) {
                OutputTable found = looks.look(true, Cancellation.never()).table();
                assertThat(keys(found)).isEqualTo(before.keys());
                assertThat(found.rows().equals(before.table(NOW).rows())).isTrue();
            }
        }
        assertThat(bucket.places()).isSubsetOf(place);
    }

    @Provide
    Arbitrary<String> places() {
        return Arbitraries.of("", "agar/", "agar/20261121_110000_", "parsed/", "b/", "zz/");
    }

    private static List<String> keys(OutputTable table) {
        return java.util.stream.IntStream.range(0, table.listing().size())
                .mapToObj(table.listing()::key)
                .toList();
    }
}
