package org.outturn.orphans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.OutputTable;
import org.outturn.pipeline.status.Finding;
import org.outturn.pipeline.status.OutputState;

/** Whatever lies in a bucket: what somebody may need is never listed. */
class OrphanPropertyTest {

    /** An object, or an upload in parts that was begun. */
    record Thing(String key, int size, int ageHours, boolean begun) {}

    @Property(tries = 2_000)
    void whatSomebodyMayNeedIsNeverListed(@ForAll("buckets") List<Thing> things) {
        Left left = left(things);
        OutputTable table = left.table();
        Map<String, OutputRow> rowOf = new HashMap<>();
        for (int i = 0; i < table.rows().size(); i++) {
            OutputRow row = table.rows().get(i);
            table.keys(i).forEach(key -> rowOf.put(key, row));
        }
        Set<String> seen = new HashSet<>();
        for (Orphan orphan : all(left.found())) {
            assertThat(orphan.since()).isBeforeOrEqualTo(Left.NOW.minus(Left.hours(24)));
            if (orphan instanceof Orphan.Stored stored) {
                assertThat(seen.add(stored.key())).as("listed once: " + stored).isTrue();
                mayGo(stored, rowOf.get(stored.key()));
            }
        }
    }

    private static void mayGo(Orphan.Stored stored, OutputRow row) {
        assertThat(row.newest()).isBeforeOrEqualTo(Left.NOW.minus(Left.hours(24)));
        if (stored.kind() == OrphanKind.INPUT_WITHOUT_RESULT) {
            assertThat(row.bucket().finding()).isInstanceOf(Finding.NothingCame.class);
        } else if (stored.kind() != OrphanKind.FINISHED_TEMPORARY) {
            assertThat(row.bucket().state()).isEqualTo(OutputState.COMPLETE);
        }
    }

    /** Taking all that is certain away leaves every output as whole as it was. */
    @Property(tries = 2_000)
    void withoutWhatIsCertainEveryOutputIsAsItWas(@ForAll("buckets") List<Thing> things) {
        Left left = left(things);
        Set<String> gone = new HashSet<>();
        for (Orphan orphan : left.found().orphans()) {
            if (orphan instanceof Orphan.Stored && orphan.reason().isSure()) {
                gone.add(orphan.key());
            }
        }
        OutputTable before = left.table();
        OutputTable after =
                left(things.stream()
                                .filter(thing -> thing.begun() || !gone.contains(thing.key()))
                                .toList())
                        .table();
        for (OutputRow row : before.rows()) {
            if (row.form().expects().isEmpty()) {
                continue;
            }
            OutputState state = row.bucket().state();
            assertThat(after.find(row.identity()))
                    .hasValueSatisfying(number ->
                            assertThat(after.rows().get(number).bucket().state()).isEqualTo(state));
        }
    }

    private static List<Orphan> all(OrphanFindings found) {
        var all = new java.util.ArrayList<>(found.orphans());
        found.requests()
                .forEach(request ->
                        request.inputs()
                                .forEach(input ->
                                        all.add(
                                                new Orphan.Stored(
                                                        OrphanKind.FINISHED_INPUT,
                                                        new OrphanReason.RequestFinished(
                                                                request.resultAt()),
                                                        input))));
        found.exports()
                .forEach(export ->
                        export.objects()
                                .forEach(object ->
                                        all.add(
                                                new Orphan.Stored(
                                                        OrphanKind.EXPORT_WITHOUT_UPLOAD,
                                                        new OrphanReason.NoUpload(export.job(), 0),
                                                        object))));
        return all;
    }

    private static Left left(List<Thing> things) {
        var left = new Left();
        var keys = new HashSet<String>();
        for (Thing thing : things) {
            if (thing.begun()) {
                left.begun(thing.key(), Duration.ofHours(thing.ageHours()));
            } else if (keys.add(thing.key())) {
                left.has(thing.key(), thing.size(), Duration.ofHours(thing.ageHours()));
            }
        }
        return left;
    }

    @Provide
    Arbitrary<List<Thing>> buckets() {
        Arbitrary<String> id = Arbitraries.integers().between(1, 3).map(Left::id);
        Arbitrary<String> stamp = Arbitraries.of("20261101_100000", "20261102_100000");
        Arbitrary<String> form =
                Arbitraries.of(
                        "raw/%s.pdf",
                        "documents/%s",
                        "documents/%s.pdf",
                        "parsed/%s/docling.json",
                        "parsed/%s/markdown.md",
                        "parsed/%s/docling.json",
                        "parsed/%s/markdown.md",
                        "results/%s.json",
                        "results/%s.records.jsonl",
                        "exports/%s/%s_musicxml",
                        "exports/%s/%s_midi",
                        "exports/%s/%s_pdf",
                        "audio/%s/%s_0123abcd_a.wav",
                        "processed/u/%s/transcription.json",
                        "processed/u/%s/output.mid",
                        "temp/%s/stem.wav");
        Arbitrary<String> key = Combinators.combine(form, id, stamp).as(String::formatted);
        Arbitrary<Integer> size = Arbitraries.of(1, 1, 1, 1, 1, 0);
        Arbitrary<Integer> age = Arbitraries.of(72, 48, 30, 72, 48, 25, 24, 23, 1);
        Arbitrary<Boolean> begun = Arbitraries.integers().between(0, 14).map(n -> n == 0);
        return Combinators.combine(key, size, age, begun).as(Thing::new).list().ofMaxSize(40);
    }
}
