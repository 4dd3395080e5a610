package org.outturn.rearrange;

import java.util.function.LongConsumer;
import org.outturn.storage.Cancellation;
import org.outturn.storage.Prefix;

/** A plan that is asked for, whoever makes it. */
@FunctionalInterface
public interface PlanRequest {

    /** Has it made, as {@link RearrangePlanner} says. */
    RearrangePlan plan(RearrangePlanner planner, Cancellation cancellation, LongConsumer found);

    /** To copy things to a place; what would take another's key gets a number. */
    static PlanRequest copy(RearrangeSelection selection, Prefix target) {
        return (planner, cancellation, found) ->
                planner.copy(selection, target, TakenKeyPolicy.KEEP_BOTH, cancellation, found);
    }

    /** To move things to a place; what would take another's key gets a number. */
    static PlanRequest move(RearrangeSelection selection, Prefix target) {
        return (planner, cancellation, found) ->
                planner.move(selection, target, TakenKeyPolicy.KEEP_BOTH, cancellation, found);
    }

    /** To give one thing another name; where that is taken, things stay as they are. */
    static PlanRequest rename(RearrangeSelection one, String name) {
        return (planner, cancellation, found) ->
                planner.rename(one, name, TakenKeyPolicy.SKIP, cancellation, found);
    }
}
