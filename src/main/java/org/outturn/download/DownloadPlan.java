package org.outturn.download;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a download will do, object by object, before a byte moves. Immutable; the same selection and
 * the same local files give the same plan. The objects are in the order of their keys.
 */
public final class DownloadPlan {
    private final DownloadSurvey survey;
    private final ExistingFilePolicy policy;
    private final List<PlannedDownload> objects;
    private final Map<DownloadAction, Sum> sums = new EnumMap<>(DownloadAction.class);

    private final boolean chosen;
    private final int undecided;

    DownloadPlan(DownloadSurvey survey, ExistingFilePolicy policy) {
        this(survey, policy, survey.decide(policy), false);
    }

    private DownloadPlan(
            DownloadSurvey survey,
            ExistingFilePolicy policy,
            List<PlannedDownload> objects,
            boolean chosen) {
        this.survey = survey;
        this.policy = policy;
        this.objects = Collections.unmodifiableList(objects);
        this.chosen = chosen;
        int open = 0;
        for (PlannedDownload object : objects) {
            open += object.reason() == DownloadReason.UNDECIDED ? 1 : 0;
            sums.merge(object.action(), new Sum(1, object.size()), Sum::plus);
        }
        this.undecided = open;
    }

    /** The chosen folder, absolute. Nothing is written outside it. */
    public Path folder() {
        return survey.folder();
    }

    public ExistingFilePolicy policy() {
        return policy;
    }

    /** Everything selected, with what becomes of it. Does not change; random access. */
    public List<PlannedDownload> objects() {
        return objects;
    }

    /** How many objects have this action. */
    public int count(DownloadAction action) {
        return sums.getOrDefault(action, Sum.ZERO).objects();
    }

    /** How many bytes the objects of this action have together. */
    public long bytes(DownloadAction action) {
        return sums.getOrDefault(action, Sum.ZERO).bytes();
    }

    /** How many bytes will be written. */
    public long bytesToWrite() {
        return bytes(DownloadAction.CREATE) + bytes(DownloadAction.REPLACE);
    }

    /** How many files are written under another name than the key's. */
    public long renamed() {
        return objects.stream().filter(PlannedDownload::renamed).count();
    }

    /**
     * How many objects meet a local file of their name, whatever the policy makes of them: when
     * this is 0, there is nothing to ask.
     */
    public int existing() {
        return survey.existing();
    }

    /** How many objects wait for the operator to say what becomes of them. */
    public int undecided() {
        return undecided;
    }

    /** What can be said of one object; empty when nothing can be done about it. */
    public Set<FileChoice> choices(int index) {
        FoundObject object = survey.objects().get(index);
        boolean impossible =
                object.folder() || objects.get(index).action() == DownloadAction.REFUSE;
        if (impossible) {
            return Set.of();
        }
        return object.meetsFile()
                ? EnumSet.allOf(FileChoice.class)
                : EnumSet.of(FileChoice.WRITE, FileChoice.SKIP);
    }

    /**
     * The same with one object as the operator wants it.
     *
     * @param index in {@link #objects()}
     * @throws IllegalArgumentException if that is none of {@link #choices(int)}
     */
    public DownloadPlan withChoice(int index, FileChoice choice) {
        if (!choices(index).contains(choice)) {
            throw new IllegalArgumentException(choice + " is not possible");
        }
        List<PlannedDownload> changed = new ArrayList<>(objects);
        changed.set(index, survey.decide(index, choice));
        return new DownloadPlan(survey, policy, changed, true);
    }

    /**
     * Decides anew from what was found when the plan was made: reads nothing, asks nobody. What was
     * said of single objects is forgotten.
     */
    public DownloadPlan withPolicy(ExistingFilePolicy other) {
        return other == policy && !chosen ? this : new DownloadPlan(survey, other);
    }

    private record Sum(int objects, long bytes) {
        static final Sum ZERO = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(objects + other.objects, bytes + other.bytes);
        }
    }
}
