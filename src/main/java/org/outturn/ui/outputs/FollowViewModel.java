package org.outturn.ui.outputs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.Completeness;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.OutputTable;
import org.outturn.follow.BucketLooks;
import org.outturn.follow.FollowAlert;
import org.outturn.follow.FollowChoice;
import org.outturn.follow.FollowRules;
import org.outturn.follow.FollowState;
import org.outturn.follow.Follower;
import org.outturn.follow.RuleWatch;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.Prefix;

/**
 * Follows the open bucket, and knows which outputs are new to the operator. Used on the JavaFX
 * thread.
 */
public final class FollowViewModel {
    private final OutputsViewModel outputs;
    private final FollowMemory memory;
    private final Clock clock;
    private final long most;
    private final ReadOnlyObjectWrapper<FollowChoice> choice;
    private final ReadOnlyObjectWrapper<@Nullable FollowState> state =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper marks = new ReadOnlyIntegerWrapper();
    private final Map<String, OutputRow> fresh = new HashMap<>();

    private @Nullable ObjectStore store;
    private @Nullable OutputTable table;
    private Completeness how = new Completeness.Running();
    private @Nullable Follower follower;
    private @Nullable FollowFeed feed;
    private @Nullable RuleWatch watch;
    private boolean marksChanged;
    private BiConsumer<OutputTable, Completeness> looked = (_, _) -> {};
    private BiConsumer<String, List<FollowAlert>> alerted = (_, _) -> {};

    /**
     * @param most looks at no more objects of a bucket than this
     */
    public FollowViewModel(OutputsViewModel outputs, FollowMemory memory, long most, Clock clock) {
        this.outputs = outputs;
        this.memory = memory;
        this.most = most;
        this.clock = clock;
        this.choice = new ReadOnlyObjectWrapper<>(memory.choice());
        outputs.selectionProperty().subscribe(this::seen);
        outputs.scopeProperty().subscribe((before, _) -> left(before));
    }

    /** Who takes what a look has found. */
    public void onLooked(BiConsumer<OutputTable, Completeness> who) {
        looked = who;
    }

    /** Who tells the operator; gets the bucket's name too. */
    public void onAlerts(BiConsumer<String, List<FollowAlert>> who) {
        alerted = who;
    }

    /**
     * A count of a bucket has found this; following goes on from there when the count is over.
     *
     * @param found nothing when the bucket was left
     */
    public void counted(
            @Nullable ObjectStore from, @Nullable OutputTable found, Completeness completeness) {
        OutputTable before = table;
        if (found != null && found == before) {
            return;
        }
        boolean other = found == null || before == null || !before.bucket().equals(found.bucket());
        if (other) {
            stop();
            fresh.clear();
            watch = null;
            table = null;
            place.set(found == null ? "" : memory.place(found.bucket()));
        }
        if (found != null && !(completeness instanceof Completeness.Running)) {
            store = from;
            table = found;
            how = completeness;
            begin();
        }
    }

    private void begin() {
        stop();
        ObjectStore from = store;
        OutputTable start = table;
        if (!choice.get().on() || from == null || start == null) {
            return;
        }
        Optional<Instant> listed =
                switch (how) {
                    case Completeness.Complete(Instant at) -> Optional.of(at);
                    case Completeness.Partial(Completeness.Cause cause, Instant at) ->
                            cause == Completeness.Cause.LIMIT ? Optional.of(at) : Optional.empty();
                    case Completeness.Running(), Completeness.Failed(_, _) -> Optional.empty();
                };
        RuleWatch rules = watch == null ? new RuleWatch(place.get()) : watch;
        watch = rules;
        var prefix = new Prefix(start.bucket(), place.get());
        var next = new FollowFeed(rules, listed.map(_ -> start), choice.get().rules(), clock);
        feed = next;
        follower =
                Follower.start(
                        new BucketLooks(from, start, prefix, how, most, clock),
                        prefix.s3Uri(),
                        listed,
                        choice.get().interval(),
                        next,
                        clock);
    }

    private void stop() {
        if (follower != null) {
            follower.close();
        }
        follower = null;
        feed = null;
        state.set(null);
    }

    /**
     * Looks at everything that is followed now.
     *
     * @return false if that is not the whole bucket
     */
    public boolean lookNow() {
        Follower now = follower;
        if (now != null) {
            now.lookNow();
        }
        return now != null && place.get().isEmpty();
    }

    /**
     * Follows a place of the open bucket alone, from now on and whenever the bucket is opened.
     *
     * @param wanted the root for the whole bucket
     */
    public void only(Prefix wanted) {
        memory.keepPlace(wanted.bucket(), wanted.value());
        if (!wanted.value().equals(place.get())) {
            place.set(wanted.value());
            watch = null;
            begin();
        }
        follow(true);
    }

    /** The same of the open bucket. */
    void only(String prefix) {
        if (table != null) {
            only(new Prefix(table.bucket(), prefix));
        }
    }

    /** Begins to follow the open bucket and all that are opened, or ends that. */
    public void follow(boolean on) {
        if (on != choice.get().on()) {
            keep(choice.get().switched(on));
            watch = null;
            if (!on) {
                forget();
            }
            begin();
        }
    }

    /** Looks that often from now on. */
    public void every(Duration interval) {
        keep(choice.get().every(interval));
        if (follower != null) {
            follower.interval(choice.get().interval());
        }
    }

    /** Tells by these rules from the next look on. */
    public void by(FollowRules rules) {
        keep(choice.get().by(rules));
        if (feed != null) {
            feed.by(rules);
        }
    }

    private void keep(FollowChoice next) {
        choice.set(next);
        memory.keep(next);
    }

    /** Brings what was found to the screen; to be called about ten times a second. */
    public void pump() {
        FollowFeed from = feed;
        if (from != null) {
            for (FollowFeed.Heard heard : from.take()) {
                take(heard);
            }
        }
        if (marksChanged) {
            marksChanged = false;
            marks.set(marks.get() + 1);
        }
    }

    private void take(FollowFeed.Heard heard) {
        switch (heard) {
            case FollowFeed.Heard.Found(var look, var came, var alerts) -> {
                came.forEach(row -> fresh.put(row.identity(), row));
                marksChanged |= !came.isEmpty();
                table = look.table();
                how = look.completeness();
                looked.accept(look.table(), look.completeness());
                if (!alerts.isEmpty()) {
                    alerted.accept(look.table().bucket(), alerts);
                }
            }
            case FollowFeed.Heard.State(FollowState next) -> state.set(next);
        }
    }

    /** Whether an output came while the bucket was followed and was not looked at since. */
    boolean isFresh(OutputRow row) {
        return fresh.containsKey(row.identity());
    }

    private void seen(List<OutputLine> lines) {
        for (OutputLine line : lines) {
            marksChanged |= fresh.remove(line.row().identity()) != null;
        }
    }

    /** Whoever leaves a place has seen what is new there. */
    private void left(@Nullable OutputScope place) {
        if (place != null && !place.goingSoon()) {
            marksChanged |=
                    fresh.values()
                            .removeIf(row ->
                                    place.kinds().contains(row.kind())
                                            && place.place().map(row.place()::equals).orElse(true));
        }
    }

    private void forget() {
        marksChanged |= !fresh.isEmpty();
        fresh.clear();
    }

    /** How buckets are followed. */
    public ReadOnlyObjectProperty<FollowChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /** The prefix that alone is followed; empty for the whole bucket. */
    public ReadOnlyStringProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** How it goes; nothing while no bucket is followed. */
    public ReadOnlyObjectProperty<@Nullable FollowState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Changes when other outputs are new. */
    ReadOnlyIntegerProperty marksProperty() {
        return marks.getReadOnlyProperty();
    }
}
