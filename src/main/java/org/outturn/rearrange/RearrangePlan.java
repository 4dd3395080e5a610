package org.outturn.rearrange;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.outturn.storage.Prefix;

/**
 * What becomes of each of the chosen objects, before anything is done. Immutable. The objects are
 * in the order of their keys.
 */
public final class RearrangePlan {
    private final RearrangeSurvey survey;
    private final TakenKeyPolicy policy;
    private final List<PlannedObject> objects;
    private final Map<RearrangeAction, Sum> sums = new EnumMap<>(RearrangeAction.class);

    RearrangePlan(RearrangeSurvey survey, TakenKeyPolicy policy) {
        this.survey = survey;
        this.policy = policy;
        this.objects = Collections.unmodifiableList(Decision.of(survey, policy));
        for (PlannedObject object : objects) {
            sums.merge(object.action(), new Sum(1, object.size()), Sum::plus);
        }
    }

    public RearrangeKind kind() {
        return survey.kind();
    }

    /** The place that the objects were chosen in. */
    public Prefix base() {
        return survey.base();
    }

    /** Where they go; empty when they are deleted. */
    public Optional<Prefix> target() {
        return survey.target();
    }

    /** Whether things get another name where they are, which is a move for the server. */
    public boolean renames() {
        return kind() == RearrangeKind.MOVE && target().equals(Optional.of(base()));
    }

    public TakenKeyPolicy policy() {
        return policy;
    }

    /** Whether the target could be listed; true when there is none. */
    public boolean compared() {
        return survey.compared();
    }

    /** Everything that was chosen, with what becomes of it. Does not change; random access. */
    public List<PlannedObject> objects() {
        return objects;
    }

    /** How many objects have this action. */
    public int count(RearrangeAction action) {
        return sums.getOrDefault(action, Sum.ZERO).objects();
    }

    /** How many bytes the objects of this action have together. */
    public long bytes(RearrangeAction action) {
        return sums.getOrDefault(action, Sum.ZERO).bytes();
    }

    /** How many objects are copied, moved or deleted. */
    public int objectsToDo() {
        return count(RearrangeAction.COPY)
                + count(RearrangeAction.MOVE)
                + count(RearrangeAction.DELETE);
    }

    /** How many bytes these have together. */
    public long bytesToDo() {
        return bytes(RearrangeAction.COPY)
                + bytes(RearrangeAction.MOVE)
                + bytes(RearrangeAction.DELETE);
    }

    /**
     * How many objects the policy has a say in, whatever it makes of them: when this is 0, there is
     * nothing to ask.
     */
    public int existing() {
        return survey.existing();
    }

    /** Decides anew from what was found when the plan was made: asks nobody. */
    public RearrangePlan withPolicy(TakenKeyPolicy other) {
        return other == policy ? this : new RearrangePlan(survey, other);
    }

    private record Sum(int objects, long bytes) {
        static final Sum ZERO = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(objects + other.objects, bytes + other.bytes);
        }
    }
}
