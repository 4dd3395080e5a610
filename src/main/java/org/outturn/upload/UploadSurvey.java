package org.outturn.upload;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.Prefix;

/**
 * Everything that planning found out, so that a policy can be applied without looking again.
 *
 * @param candidates in the order of the plan
 * @param numbered keys in the bucket that look like {@code name (2).ext}
 */
record UploadSurvey(
        Prefix target, Comparison comparison, List<Candidate> candidates, Set<String> numbered) {

    /** How many files that can be stored meet an object of their key. */
    int existing() {
        return (int) candidates.stream().filter(c -> Decision.isTaken(c.finding())).count();
    }

    /**
     * @param choices what the operator has said of single files, by their index
     */
    List<PlannedFile> decide(
            OverwritePolicy policy, UploadOptions options, Map<Integer, FileChoice> choices) {
        boolean numbers =
                policy == OverwritePolicy.KEEP_BOTH || choices.containsValue(FileChoice.KEEP_BOTH);
        Decision decision = new Decision(policy, options, numbers ? taken() : Set.of());
        List<PlannedFile> files = new ArrayList<>(candidates.size());
        for (int index = 0; index < candidates.size(); index++) {
            files.add(decision.of(candidates.get(index), choices.get(index)));
        }
        return files;
    }

    /** Decides one of them anew; the others stay as they were decided. */
    PlannedFile decide(
            int index,
            OverwritePolicy policy,
            UploadOptions options,
            FileChoice choice,
            List<PlannedFile> others) {
        Set<String> taken = Set.of();
        if (choice == FileChoice.KEEP_BOTH) {
            taken = taken();
            for (PlannedFile other : others) {
                if (other.reason() == UploadReason.NUMBERED) {
                    other.target().map(ObjectAddress::key).ifPresent(taken::add);
                }
            }
        }
        return new Decision(policy, options, taken).of(candidates.get(index), choice);
    }

    /** The keys that a number must not lead to. */
    private Set<String> taken() {
        Set<String> taken = new HashSet<>(numbered);
        candidates.forEach(c -> c.target().ifPresent(t -> taken.add(t.key())));
        return taken;
    }
}
