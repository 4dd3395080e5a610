package org.outturn.follow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.OutputTable;
import org.outturn.pipeline.status.OutputState;

/**
 * Holds the looks at one bucket against the rules. What the first look finds is how things were at
 * the start, and nothing is told of it. What was told once is not told again, also when the bucket
 * is listed anew; what happened while a rule was off is not made up for. Judges by what the bucket
 * alone says. For one thread at a time.
 */
public final class RuleWatch {
    private final String place;
    private final Map<String, Told> told = new HashMap<>();
    private final FailureWindow failures = new FailureWindow();
    private @Nullable OutputTable last;
    private List<OutputRow> fresh = List.of();

    /** Of one output. */
    private static final class Told {
        private OutputState state;
        private boolean complete;
        private boolean partial;
        private @Nullable Instant partialSince;

        Told(OutputState state) {
            this.state = state;
        }
    }

    /** Of a whole bucket. */
    public RuleWatch() {
        this("");
    }

    /**
     * @param place a prefix: of what lies elsewhere, which nobody looks at, nothing is told
     */
    public RuleWatch(String place) {
        this.place = place;
    }

    /** Takes what is there now as how things were at the start. */
    public void begin(OutputTable table) {
        told.clear();
        last = table;
        for (OutputRow row : table.rows()) {
            OutputState state = row.bucket().state();
            var output = new Told(state);
            output.complete = state == OutputState.COMPLETE;
            output.partial = state == OutputState.PARTIAL;
            told.put(row.identity(), output);
        }
    }

    /**
     * What is to be told after a look. The first look of all is taken as the start.
     *
     * @param now by the clock of all other calls
     */
    public List<FollowAlert> look(OutputTable table, FollowRules rules, Instant now) {
        OutputTable before = last;
        if (before == null) {
            begin(table);
            return List.of();
        }
        OutputChanges changes = OutputChanges.between(before, table);
        last = table;
        changes.gone().forEach(row -> forget(row.identity()));
        changes.grown().stream().filter(OutputChanges.Change::renamed).forEach(this::rename);
        changes.turned().stream().filter(OutputChanges.Change::renamed).forEach(this::rename);
        var came = new ArrayList<OutputRow>();
        var completed = new ArrayList<OutputRow>();
        for (OutputRow row : changes.fresh()) {
            // one that was gone for a while, for instance behind the limit, is not new
            boolean isNew = !told.containsKey(row.identity());
            if (isNew && isThere(row)) {
                came.add(row);
            }
            if (isNew) {
                told.put(row.identity(), new Told(OutputState.UNKNOWN));
            }
            boolean said = isNew && rules.has(FollowRule.NEW);
            if (isThere(row) && turn(row, now) && !said) {
                completed.add(row);
            }
        }
        for (OutputChanges.Change change : changes.turned()) {
            if (isThere(change.after()) && turn(change.after(), now)) {
                completed.add(change.after());
            }
        }
        fresh = List.copyOf(came);
        return alerts(fresh, completed, partial(table, rules, now), failures.check(now), rules);
    }

    private boolean isThere(OutputRow row) {
        return row.firstKey().startsWith(place)
                || row.folder().filter(place::startsWith).isPresent();
    }

    /** What the last look has found that was never there before, whichever rules are on. */
    public List<OutputRow> fresh() {
        return fresh;
    }

    private static List<FollowAlert> alerts(
            List<OutputRow> fresh,
            List<OutputRow> completed,
            List<OutputRow> partial,
            Optional<FollowAlert.Failing> failing,
            FollowRules rules) {
        var alerts = new ArrayList<FollowAlert>();
        if (rules.has(FollowRule.FAILURES)) {
            failing.ifPresent(alerts::add);
        }
        if (rules.has(FollowRule.PARTIAL) && !partial.isEmpty()) {
            alerts.add(new FollowAlert.StillPartial(partial, rules.partialMinutes()));
        }
        if (rules.has(FollowRule.COMPLETE) && !completed.isEmpty()) {
            alerts.add(new FollowAlert.Completed(completed));
        }
        if (rules.has(FollowRule.NEW) && !fresh.isEmpty()) {
            alerts.add(new FollowAlert.Fresh(fresh));
        }
        return List.copyOf(alerts);
    }

    private void forget(String identity) {
        failures.forget(identity);
        Told output = told.get(identity);
        if (output != null) {
            output.state = OutputState.UNKNOWN;
            output.partialSince = null;
        }
    }

    private void rename(OutputChanges.Change change) {
        Told output = told.remove(change.before().identity());
        if (output != null) {
            told.put(change.after().identity(), output);
            failures.forget(change.before().identity());
        }
    }

    /** Whether it became complete for the first time. */
    private boolean turn(OutputRow row, Instant now) {
        OutputState state = row.bucket().state();
        Told output = told.computeIfAbsent(row.identity(), _ -> new Told(OutputState.UNKNOWN));
        output.state = state;
        output.partialSince = state == OutputState.PARTIAL ? now : null;
        failures.turned(row.identity(), state, now);
        if (state != OutputState.COMPLETE) {
            return false;
        }
        boolean first = !output.complete;
        output.complete = true;
        output.partial = false;
        return first;
    }

    private List<OutputRow> partial(OutputTable table, FollowRules rules, Instant now) {
        Instant before = now.minus(Duration.ofMinutes(rules.partialMinutes()));
        var found = new ArrayList<OutputRow>();
        told.forEach((identity, output) -> {
            Instant since = output.partialSince;
            if (!output.partial && since != null && since.isBefore(before)) {
                output.partial = true;
                table.find(identity).map(table.rows()::get).ifPresent(found::add);
            }
        });
        return found;
    }
}
