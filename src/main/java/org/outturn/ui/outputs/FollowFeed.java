package org.outturn.ui.outputs;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.OutputTable;
import org.outturn.follow.FollowAlert;
import org.outturn.follow.FollowListener;
import org.outturn.follow.FollowRules;
import org.outturn.follow.FollowState;
import org.outturn.follow.Look;
import org.outturn.follow.RuleWatch;

/** Holds looks against the rules on the follower's thread, for the JavaFX thread to fetch. */
final class FollowFeed implements FollowListener {
    private final RuleWatch watch;
    private final Clock clock;
    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    private volatile FollowRules rules;

    /** How things were before the first look, until that is taken in. */
    private @Nullable OutputTable start;

    /** What came in. */
    sealed interface Heard {
        /**
         * @param fresh what was never there before
         */
        record Found(Look look, List<OutputRow> fresh, List<FollowAlert> alerts) implements Heard {}

        record State(FollowState state) implements Heard {}
    }

    /**
     * @param start what the operator has seen already; empty if the bucket was not listed
     */
    FollowFeed(RuleWatch watch, Optional<OutputTable> start, FollowRules rules, Clock clock) {
        this.watch = watch;
        this.start = start.orElse(null);
        this.rules = rules;
        this.clock = clock;
    }

    void by(FollowRules next) {
        rules = next;
    }

    @Override
    public void looked(Look look) {
        var fresh = new ArrayList<OutputRow>();
        var alerts = new ArrayList<FollowAlert>();
        OutputTable before = start;
        if (before != null) {
            alerts.addAll(watch.look(before, rules, clock.instant()));
            fresh.addAll(watch.fresh());
            start = null;
        }
        alerts.addAll(watch.look(look.table(), rules, clock.instant()));
        fresh.addAll(watch.fresh());
        heard.add(new Heard.Found(look, List.copyOf(fresh), List.copyOf(alerts)));
    }

    @Override
    public void changed(FollowState state) {
        heard.add(new Heard.State(state));
    }

    /** What came in since this was asked last. */
    List<Heard> take() {
        var taken = new ArrayList<Heard>();
        for (Heard next = heard.poll(); next != null; next = heard.poll()) {
            taken.add(next);
        }
        return taken;
    }
}
