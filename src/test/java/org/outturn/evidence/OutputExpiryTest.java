package org.outturn.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.outturn.catalog.OutputCollector;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.OutputTable;
import org.outturn.lifecycle.Expiry;
import org.outturn.lifecycle.LifecycleRules;
import org.outturn.pipeline.layout.Layouts;
import org.outturn.storage.LifecycleRule;
import org.outturn.storage.LifecycleRule.AfterDays;
import org.outturn.storage.LifecycleRule.Filter;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;

/** What becomes of outputs, in buckets that keep older versions and in others. */
class OutputExpiryTest {
    private static final String JOB = "agar/20261110_120000_00000000-0000-0001-0000-000000000001/";
    private static final String TEXT = "monkeyocr/ocr/text/1793534400_a.png.md";
    private static final String TOLD =
            "expiry-date=\"Tue, 01 Dec 2026 00:00:00 GMT\", rule-id=\"told\"";

    private final OutputTable table = table();

    private static OutputTable table() {
        var collector = new OutputCollector(Layouts.SHIPPED.recogniser(), Prefix.root("b"));
        collector.add(
                new ListingPage(
                        List.of(
                                object(JOB + "all_products.json", "2026-11-12"),
                                object(JOB + "results.json", "2026-11-10"),
                                object(TEXT, "2026-11-10")),
                        List.of(),
                        true));
        return collector.table(Instant.parse("2026-11-21T00:00:00Z"));
    }

    private static ObjectEntry object(String key, String day) {
        return new ObjectEntry(key, 10, Instant.parse(day + "T00:00:00Z"), "STANDARD", "");
    }

    private OutputRow row(String key) {
        return table.rows().stream()
                .filter(row -> key.startsWith(row.folder().orElse(row.firstKey())))
                .findFirst()
                .orElseThrow();
    }

    private OutputExpiry reckoned(boolean versioned) {
        LifecycleRule old =
                new LifecycleRule(
                        "old",
                        true,
                        Filter.ALL,
                        Optional.empty(),
                        false,
                        List.of(),
                        Optional.of(new LifecycleRule.Noncurrent(30, 0)),
                        List.of(),
                        OptionalInt.empty());
        return new OutputExpiry(
                LifecycleRules.of(
                        List.of(
                                LifecycleRule.expiring(
                                        "jobs", Filter.prefixed("agar/"), new AfterDays(20)),
                                old)),
                table,
                versioned);
    }

    private static Expiry.Expires end(String day, String rule, Expiry.Effect effect) {
        return new Expiry.Expires(
                Instant.parse(day + "T00:00:00Z"), rule, Expiry.Source.RECKONED, effect);
    }

    @Test
    void withoutVersionsItIsGone() {
        assertThat(reckoned(false).of(row(JOB), Optional.empty()))
                .contains(end("2026-11-30", "jobs", Expiry.Effect.DELETED));
        assertThat(reckoned(false).of(row(TEXT), Optional.empty())).isEmpty();
    }

    @Test
    void withVersionsItIsHiddenAndGoesLater() {
        OutputExpiry expiry = reckoned(true);
        Expiry.Expires hidden = expiry.of(row(JOB), Optional.empty()).orElseThrow();

        assertThat(hidden).isEqualTo(end("2026-11-30", "jobs", Expiry.Effect.HIDDEN));
        assertThat(expiry.afterwards(row(JOB), hidden.at()))
                .isEqualTo(end("2026-12-30", "old", Expiry.Effect.DELETED));
    }

    @Test
    void whatTheServerSaysIsHiddenTooWhereThereAreVersions() {
        assertThat(reckoned(true).of(row(TEXT), Optional.of(TOLD)))
                .map(Expiry.Expires::effect)
                .contains(Expiry.Effect.HIDDEN);
        assertThat(reckoned(false).of(row(TEXT), Optional.of(TOLD)))
                .map(Expiry.Expires::effect)
                .contains(Expiry.Effect.DELETED);
        assertThat(reckoned(true).afterwards(row(TEXT), Instant.parse("2026-12-01T00:00:00Z")))
                .isEqualTo(end("2026-12-31", "old", Expiry.Effect.DELETED));
    }
}
