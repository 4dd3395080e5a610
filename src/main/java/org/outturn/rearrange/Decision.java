package org.outturn.rearrange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.outturn.storage.NumberedName;
import org.outturn.storage.ObjectAddress;
import org.outturn.upload.Keys;

/** Applies a policy to what was found. */
final class Decision {
    private final RearrangeKind kind;
    private final TakenKeyPolicy policy;
    private final Set<String> used = new HashSet<>();

    private Decision(RearrangeSurvey survey, TakenKeyPolicy policy) {
        this.kind = survey.kind();
        this.policy = policy;
        if (policy == TakenKeyPolicy.KEEP_BOTH) {
            used.addAll(survey.numbered());
            survey.candidates().forEach(c -> c.target().ifPresent(t -> used.add(t.key())));
        }
    }

    static List<PlannedObject> of(RearrangeSurvey survey, TakenKeyPolicy policy) {
        Decision decision = new Decision(survey, policy);
        List<PlannedObject> objects = new ArrayList<>(survey.candidates().size());
        survey.candidates().forEach(c -> objects.add(decision.decide(c)));
        return objects;
    }

    private PlannedObject decide(Candidate c) {
        return switch (c.finding()) {
            case FREE -> c.planned(go(), RearrangeReason.NEW);
            case CHOSEN -> c.planned(go(), RearrangeReason.CHOSEN);
            case NOT_COMPARED ->
                    c.planned(
                            go(),
                            policy == TakenKeyPolicy.REPLACE
                                    ? RearrangeReason.EXISTS_REPLACED
                                    : RearrangeReason.NOT_COMPARED);
            case TAKEN -> c.isPlaceholder() ? placeholder(c) : taken(c);
            case SAME_ADDRESS ->
                    c.isDoubled(kind) && policy == TakenKeyPolicy.KEEP_BOTH
                            ? numbered(c)
                            : c.planned(RearrangeAction.REFUSE, RearrangeReason.SAME_ADDRESS);
            case TARGET_INSIDE_SOURCE ->
                    c.planned(RearrangeAction.REFUSE, RearrangeReason.TARGET_INSIDE_SOURCE);
            case KEY_TOO_LONG -> c.planned(RearrangeAction.REFUSE, RearrangeReason.KEY_TOO_LONG);
            case SAME_KEY -> c.planned(RearrangeAction.REFUSE, RearrangeReason.SAME_KEY);
        };
    }

    private PlannedObject taken(Candidate c) {
        return switch (policy) {
            case SKIP -> c.planned(RearrangeAction.SKIP, RearrangeReason.EXISTS_SKIPPED);
            case REPLACE -> c.planned(go(), RearrangeReason.EXISTS_REPLACED);
            case KEEP_BOTH -> numbered(c);
        };
    }

    /** The target is a folder already; of a moved folder nothing is to stay behind. */
    private PlannedObject placeholder(Candidate c) {
        return kind == RearrangeKind.MOVE && policy != TakenKeyPolicy.SKIP
                ? c.planned(RearrangeAction.MOVE, RearrangeReason.EXISTS_REPLACED)
                : c.planned(RearrangeAction.SKIP, RearrangeReason.EXISTS_SKIPPED);
    }

    private PlannedObject numbered(Candidate c) {
        ObjectAddress taken = c.target().orElseThrow();
        for (int number = 2; ; number++) {
            String key = NumberedName.of(taken.key(), number);
            if (!Keys.fits(key)) {
                return c.planned(
                        Optional.empty(), RearrangeAction.REFUSE, RearrangeReason.KEY_TOO_LONG);
            }
            if (used.add(key)) {
                return c.planned(
                        Optional.of(new ObjectAddress(taken.bucket(), key)),
                        go(),
                        RearrangeReason.EXISTS_NUMBERED);
            }
        }
    }

    private RearrangeAction go() {
        return switch (kind) {
            case COPY -> RearrangeAction.COPY;
            case MOVE -> RearrangeAction.MOVE;
            case DELETE -> RearrangeAction.DELETE;
        };
    }
}
