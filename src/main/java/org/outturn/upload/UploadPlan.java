package org.outturn.upload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.outturn.storage.Prefix;

/**
 * What an upload will do, file by file, before a byte moves. Immutable. The files are in the order
 * of their keys.
 */
public final class UploadPlan {
    private final UploadSurvey survey;
    private final OverwritePolicy policy;
    private final UploadOptions options;
    private final Map<Integer, FileChoice> choices;
    private final List<PlannedFile> files;
    private final Map<UploadAction, Sum> sums = new EnumMap<>(UploadAction.class);
    private final Map<UploadReason, Integer> reasons = new EnumMap<>(UploadReason.class);

    UploadPlan(UploadSurvey survey, OverwritePolicy policy, UploadOptions options) {
        this(survey, policy, options, Map.of(), survey.decide(policy, options, Map.of()));
    }

    private UploadPlan(
            UploadSurvey survey,
            OverwritePolicy policy,
            UploadOptions options,
            Map<Integer, FileChoice> choices,
            List<PlannedFile> files) {
        this.survey = survey;
        this.policy = policy;
        this.options = options;
        this.choices = choices;
        this.files = Collections.unmodifiableList(files);
        for (PlannedFile file : files) {
            sums.merge(file.action(), new Sum(1, file.size()), Sum::plus);
            reasons.merge(file.reason(), 1, Integer::sum);
        }
    }

    /** The prefix that the files were dropped on. */
    public Prefix target() {
        return survey.target();
    }

    public OverwritePolicy policy() {
        return policy;
    }

    public UploadOptions options() {
        return options;
    }

    /** Whether the target could be listed. */
    public Comparison comparison() {
        return survey.comparison();
    }

    /** Everything that was found, with what becomes of it. Does not change; random access. */
    public List<PlannedFile> files() {
        return files;
    }

    /** How many files have this action. */
    public int count(UploadAction action) {
        return sums.getOrDefault(action, Sum.ZERO).files();
    }

    /** How many files have what becomes of them for this reason. */
    public int count(UploadReason reason) {
        return reasons.getOrDefault(reason, 0);
    }

    /** How many bytes the files of this action have together. */
    public long bytes(UploadAction action) {
        return sums.getOrDefault(action, Sum.ZERO).bytes();
    }

    /** How many files will be stored. */
    public int filesToStore() {
        return count(UploadAction.CREATE) + count(UploadAction.REPLACE);
    }

    /** How many bytes will be stored. */
    public long bytesToStore() {
        return bytes(UploadAction.CREATE) + bytes(UploadAction.REPLACE);
    }

    /**
     * How many of the files that can be stored have a key that is taken, whatever the policy makes
     * of them: when this is 0, there is nothing to ask.
     */
    public int existing() {
        return survey.existing();
    }

    /** How many files wait for the operator to say what becomes of them. */
    public int undecided() {
        return count(UploadReason.UNDECIDED);
    }

    /** What can be said of one file; empty when nothing can be done about it. */
    public Set<FileChoice> choices(int index) {
        UploadReason finding = survey.candidates().get(index).finding();
        if (Decision.isTaken(finding)) {
            return EnumSet.allOf(FileChoice.class);
        }
        boolean free = finding == UploadReason.NEW || finding == UploadReason.NOT_COMPARED;
        return free ? EnumSet.of(FileChoice.STORE, FileChoice.SKIP) : Set.of();
    }

    /**
     * Decides anew from what was found when the plan was made: reads nothing, asks nobody. What was
     * said of single files is forgotten.
     */
    public UploadPlan withPolicy(OverwritePolicy other) {
        return other == policy && choices.isEmpty() ? this : new UploadPlan(survey, other, options);
    }

    /**
     * The same with other options; what was said of single files stays. Comparing otherwise takes
     * another plan, made by the planner.
     *
     * @throws IllegalArgumentException if they compare otherwise
     */
    public UploadPlan withOptions(UploadOptions other) {
        if (other.compareBy() != options.compareBy()) {
            throw new IllegalArgumentException("to compare otherwise, plan anew");
        }
        return new UploadPlan(
                survey, policy, other, choices, survey.decide(policy, other, choices));
    }

    /**
     * The same without the files of a kind, as if the operator had said so of each. What else was
     * said of single files stays; files that were left out before and are not of the kind go again.
     */
    public UploadPlan leavingOut(Predicate<PlannedFile> kind) {
        Map<Integer, FileChoice> more = new HashMap<>(choices);
        more.values().removeIf(choice -> choice == FileChoice.SKIP);
        for (int index = 0; index < files.size(); index++) {
            if (kind.test(files.get(index)) && !choices(index).isEmpty()) {
                more.put(index, FileChoice.SKIP);
            }
        }
        return new UploadPlan(survey, policy, options, more, survey.decide(policy, options, more));
    }

    /**
     * The same with one file as the operator wants it.
     *
     * @param index in {@link #files()}
     * @throws IllegalArgumentException if that is none of {@link #choices(int)}
     */
    public UploadPlan withChoice(int index, FileChoice choice) {
        if (!choices(index).contains(choice)) {
            throw new IllegalArgumentException(choice + " is not possible");
        }
        Map<Integer, FileChoice> more = new HashMap<>(choices);
        more.put(index, choice);
        List<PlannedFile> changed = new ArrayList<>(files);
        changed.set(index, survey.decide(index, policy, options, choice, files));
        return new UploadPlan(survey, policy, options, more, changed);
    }

    private record Sum(int files, long bytes) {
        static final Sum ZERO = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(files + other.files, bytes + other.bytes);
        }
    }
}
