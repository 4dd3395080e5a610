package org.outturn.rearrange;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.outturn.storage.Prefix;

/**
 * Everything that planning found out, so that a policy can be applied without looking again.
 *
 * @param base the place that was looked at
 * @param target where the objects go; empty when they are deleted
 * @param compared whether the target could be listed
 * @param candidates in the order of the plan
 * @param numbered keys at the target that look like {@code name (2).ext}
 */
record RearrangeSurvey(
        RearrangeKind kind,
        Prefix base,
        Optional<Prefix> target,
        boolean compared,
        List<Candidate> candidates,
        Set<String> numbered) {

    /** How many objects the policy has a say in. */
    int existing() {
        return (int) candidates.stream().filter(this::isTaken).count();
    }

    private boolean isTaken(Candidate candidate) {
        return switch (candidate.finding()) {
            case TAKEN -> true;
            case SAME_ADDRESS -> candidate.isDoubled(kind);
            default -> false;
        };
    }
}
