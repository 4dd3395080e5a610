package org.outturn.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.outturn.catalog.OutputRow;
import org.outturn.pipeline.status.OutputState;

/** Whatever happens in a bucket, nobody is told twice of the same. */
class RuleWatchPropertyTest {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    /** One of six jobs becomes something, and time goes on. */
    record Event(int job, String state, int seconds) {
        void happen(CountingBucket bucket, Instant now) {
            String folder = "agar/20261121_110000_" + new UUID(job, job) + "/";
            bucket.delete(folder + "results.json");
            bucket.delete(folder + "pdfs/a_pdfs.json");
            switch (state) {
                case "complete" -> bucket.put(folder + "results.json", 5, now);
                case "partial" -> bucket.put(folder + "pdfs/a_pdfs.json", 5, now);
                case "failed" -> bucket.put(folder + "results.json", 0, now);
                default -> {
                    // gone
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Event>> events() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of("complete", "partial", "failed", "gone"),
                        Arbitraries.integers().between(0, 900))
                .as(Event::new)
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 300)
    void neverTwiceAndNeverOfTheStart(
            @ForAll("events") List<Event> before, @ForAll("events") List<Event> events) {
        var bucket = new CountingBucket();
        before.forEach(event -> event.happen(bucket, START));
        var watch = new RuleWatch();
        assertThat(watch.look(bucket.table(START), FollowRules.DEFAULTS, START)).isEmpty();
        Set<String> atStart = new HashSet<>();
        bucket.table(START).rows().forEach(row -> atStart.add(row.identity()));
        List<String> fresh = new ArrayList<>();
        List<String> completed = new ArrayList<>();
        Set<String> toldPartial = new HashSet<>();
        Instant now = START;
        for (Event event : events) {
            now = now.plusSeconds(event.seconds());
            event.happen(bucket, now);
            var table = bucket.table(now);
            // an incident is over when the output is complete
            table.rows().stream()
                    .filter(row -> row.bucket().state() == OutputState.COMPLETE)
                    .forEach(row -> toldPartial.remove(row.identity()));
            for (FollowAlert alert : watch.look(table, FollowRules.DEFAULTS, now)) {
                switch (alert) {
                    case FollowAlert.Fresh(var rows) -> fresh.addAll(identities(rows));
                    case FollowAlert.Completed(var rows) -> completed.addAll(identities(rows));
                    case FollowAlert.StillPartial(var rows, _) ->
                            identities(rows)
                                    .forEach(one -> assertThat(toldPartial.add(one)).isTrue());
                    case FollowAlert.Failing(int failed, int ended) ->
                            assertThat(failed).isBetween(1, ended);
                }
            }
            assertThat(watch.look(table, FollowRules.DEFAULTS, now))
                    .as("nothing has changed")
                    .isEmpty();
        }
        assertThat(fresh).doesNotHaveDuplicates().noneMatch(atStart::contains);
        assertThat(completed).doesNotHaveDuplicates();
    }

    private static List<String> identities(List<OutputRow> rows) {
        return rows.stream().map(OutputRow::identity).toList();
    }
}
