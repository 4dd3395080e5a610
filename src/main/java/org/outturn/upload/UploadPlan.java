package org.outturn.upload;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.outturn.storage.Prefix;

/**
 * What an upload will do, file by file, before a byte moves. Immutable. The files are in the order
 * of their keys.
 */
public final class UploadPlan {
    private final UploadSurvey survey;
    private final OverwritePolicy policy;
    private final List<PlannedFile> files;
    private final Map<UploadAction, Sum> sums = new EnumMap<>(UploadAction.class);

    UploadPlan(UploadSurvey survey, OverwritePolicy policy) {
        this.survey = survey;
        this.policy = policy;
        this.files = Collections.unmodifiableList(survey.decide(policy));
        for (PlannedFile file : files) {
            sums.merge(file.action(), new Sum(1, file.size()), Sum::plus);
        }
    }

    /** The prefix that the files were dropped on. */
    public Prefix target() {
        return survey.target();
    }

    public OverwritePolicy policy() {
        return policy;
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

    /** Decides anew from what was found when the plan was made: reads nothing, asks nobody. */
    public UploadPlan withPolicy(OverwritePolicy other) {
        return other == policy ? this : new UploadPlan(survey, other);
    }

    private record Sum(int files, long bytes) {
        static final Sum ZERO = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(files + other.files, bytes + other.bytes);
        }
    }
}
