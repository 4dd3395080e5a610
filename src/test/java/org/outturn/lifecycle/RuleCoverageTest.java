package org.outturn.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.outturn.lifecycle.Rules.disabled;
import static org.outturn.lifecycle.Rules.expire;
import static org.outturn.lifecycle.Rules.move;
import static org.outturn.lifecycle.Rules.noncurrent;
import static org.outturn.lifecycle.Rules.object;
import static org.outturn.lifecycle.Rules.tagged;
import static org.outturn.lifecycle.Rules.withTags;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.outturn.lifecycle.RuleCoverage.Amount;
import org.outturn.lifecycle.RuleCoverage.Covered;
import org.outturn.storage.LifecycleRule;

class RuleCoverageTest {
    private static final String DAY = "2026-01-10T08:00:00Z";

    private static RuleCoverage of(List<LifecycleRule> rules) {
        return new RuleCoverage(LifecycleRules.of(rules));
    }

    private static ObjectFacts sized(String key, long size) {
        return object(key, size, DAY, new ObjectFacts.Unversioned());
    }

    @Test
    void theRuleThatMatchesNothingIsFound() {
        // as in the drums' bucket: what is written is not where the rules look
        RuleCoverage coverage =
                of(List.of(expire("temp", "temp/", 1), expire("processed", "processed/", 30)));
        coverage.add(sized("temp/a/b.wav", 5));
        coverage.add(sized("exports/a/midi", 7));
        coverage.add(sized("exports/b/midi", 8));

        assertThat(coverage.rules())
                .extracting(covered -> covered.rule().id(), Covered::certain)
                .containsExactly(
                        tuple("temp", new Amount(1, 5)), tuple("processed", new Amount(0, 0)));
        assertThat(coverage.rules())
                .extracting(Covered::matchesNothing)
                .containsExactly(false, true);
        assertThat(coverage.everything()).isEqualTo(new Amount(3, 20));
        assertThat(coverage.neverExpiring()).isEqualTo(new Amount(2, 15));
    }

    @Test
    void whatOnlyMovesOrIsDisabledDoesNotExpire() {
        RuleCoverage coverage =
                of(List.of(move("move", "", 1, "GLACIER"), disabled(expire("off", "", 1))));
        coverage.add(sized("a", 3));

        assertThat(coverage.rules()).extracting(Covered::certain).containsOnly(new Amount(1, 3));
        assertThat(coverage.neverExpiring()).isEqualTo(new Amount(1, 3));
    }

    @Test
    void unknownTagsAreCountedApart() {
        RuleCoverage coverage =
                of(List.of(expire("tagged", tagged("raw/", Map.of("type", "manual")), 45)));
        coverage.add(sized("raw/a", 3));
        coverage.add(withTags(sized("raw/b", 4), Map.of("type", "manual")));
        coverage.add(withTags(sized("raw/c", 5), Map.of()));

        assertThat(coverage.rules().getFirst().certain()).isEqualTo(new Amount(1, 4));
        assertThat(coverage.rules().getFirst().ifTagged()).isEqualTo(new Amount(1, 3));
        assertThat(coverage.rules().getFirst().matchesNothing()).isFalse();
        assertThat(coverage.perhapsExpiring()).isEqualTo(new Amount(1, 3));
        assertThat(coverage.neverExpiring()).isEqualTo(new Amount(1, 5));
    }

    @Test
    void oldVersionsNeedRulesOfTheirOwn() {
        var old = new ObjectFacts.Noncurrent(Instant.parse(DAY), 0);
        RuleCoverage without = of(List.of(expire("e", "", 1)));
        RuleCoverage with = of(List.of(noncurrent("n", 1, 0)));
        for (RuleCoverage coverage : List.of(without, with)) {
            coverage.add(object("a", 3, DAY, old));
        }

        assertThat(without.neverExpiring()).isEqualTo(new Amount(1, 3));
        assertThat(with.neverExpiring()).isEqualTo(new Amount(0, 0));
    }

    @Test
    void aMillionObjectsTakeMomentsAndNoMemory() {
        var rules = new ArrayList<LifecycleRule>();
        for (int i = 0; i < 20; i++) {
            rules.add(expire("r" + i, "prefix-" + i + "/", i));
        }
        LifecycleRules prepared = LifecycleRules.of(rules);
        var coverage = new RuleCoverage(prepared);
        var reckoning = new ExpiryReckoning(prepared);
        Instant modified = Instant.parse(DAY);
        long expiring = 0;
        long begun = System.nanoTime();
        for (int i = 0; i < 1_000_000; i++) {
            var facts =
                    new ObjectFacts(
                            "prefix-" + i % 40 + "/" + i,
                            i,
                            modified,
                            "STANDARD",
                            Optional.empty(),
                            new ObjectFacts.Unversioned());
            coverage.add(facts);
            expiring += reckoning.expiry(facts) instanceof Expiry.Expires ? 1 : 0;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(coverage.everything().objects()).isEqualTo(1_000_000);
        assertThat(coverage.neverExpiring().objects()).isEqualTo(500_000);
        assertThat(expiring).isEqualTo(500_000);
        // under a second here; a busy machine may take a few
        assertThat(took).isLessThan(Duration.ofSeconds(10));
    }
}
