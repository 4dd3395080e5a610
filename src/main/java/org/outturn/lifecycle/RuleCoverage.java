package org.outturn.lifecycle;

import java.util.List;
import java.util.stream.IntStream;
import org.outturn.lifecycle.PreparedRule.Match;
import org.outturn.storage.LifecycleRule;

/**
 * Counts for how much each rule of a bucket holds, fed with its objects one by one. Keeps numbers
 * only, whatever it is fed. Not for several threads at once.
 */
public final class RuleCoverage {
    private final List<PreparedRule> rules;
    private final Tally[] certain;
    private final Tally[] possible;
    private final Tally neverExpiring = new Tally();
    private final Tally perhapsExpiring = new Tally();
    private final Tally everything = new Tally();

    public RuleCoverage(LifecycleRules rules) {
        this.rules = rules.all();
        certain = tallies(this.rules.size());
        possible = tallies(this.rules.size());
    }

    /**
     * So many objects with so many bytes.
     *
     * @param bytes together
     */
    public record Amount(long objects, long bytes) {}

    /**
     * What a rule holds for, by its filter alone: disabled rules are counted too.
     *
     * @param ifTagged what it holds for besides if it has tags that are not known
     */
    public record Covered(LifecycleRule rule, Amount certain, Amount ifTagged) {

        /**
         * Whether nothing was seen that it could hold for: a filter that misses what is written.
         */
        public boolean matchesNothing() {
            return certain.objects() == 0 && ifTagged.objects() == 0;
        }
    }

    /** Counts one object, or one version of one. */
    public void add(ObjectFacts object) {
        everything.add(object.size());
        boolean expires = false;
        boolean mayExpire = false;
        for (int i = 0; i < certain.length; i++) {
            PreparedRule prepared = rules.get(i);
            Match match = prepared.match(object);
            if (match == Match.NO) {
                continue;
            }
            boolean sure = match == Match.YES;
            (sure ? certain : possible)[i].add(object.size());
            if (prepared.rule().enabled() && prepared.expires(object.version())) {
                expires |= sure;
                mayExpire |= !sure;
            }
        }
        if (!expires) {
            (mayExpire ? perhapsExpiring : neverExpiring).add(object.size());
        }
    }

    /** The rules in the server's order. */
    public List<Covered> rules() {
        return IntStream.range(0, certain.length)
                .mapToObj(i ->
                        new Covered(rules.get(i).rule(), certain[i].amount(), possible[i].amount()))
                .toList();
    }

    /** All that was counted. */
    public Amount everything() {
        return everything.amount();
    }

    /** What no enabled rule will ever make vanish. */
    public Amount neverExpiring() {
        return neverExpiring.amount();
    }

    /** What only vanishes if it has tags that are not known. */
    public Amount perhapsExpiring() {
        return perhapsExpiring.amount();
    }

    /** What was counted so far. */
    public Coverage coverage() {
        return new Coverage(rules(), everything(), neverExpiring(), perhapsExpiring());
    }

    private static Tally[] tallies(int count) {
        return IntStream.range(0, count).mapToObj(_ -> new Tally()).toArray(Tally[]::new);
    }

    private static final class Tally {
        private long objects;
        private long bytes;

        void add(long size) {
            objects++;
            bytes += size;
        }

        Amount amount() {
            return new Amount(objects, bytes);
        }
    }
}
