package org.outturn.download;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a download will do, object by object, before a byte moves. Immutable; the same selection and
 * the same local files give the same plan. The objects are in the order of their keys.
 */
public final class DownloadPlan {
    private final DownloadSurvey survey;
    private final ExistingFilePolicy policy;
    private final List<PlannedDownload> objects;
    private final Map<DownloadAction, Sum> sums = new EnumMap<>(DownloadAction.class);

    DownloadPlan(DownloadSurvey survey, ExistingFilePolicy policy) {
        this.survey = survey;
        this.policy = policy;
        this.objects = Collections.unmodifiableList(survey.decide(policy));
        for (PlannedDownload object : objects) {
            sums.merge(object.action(), new Sum(1, object.size()), Sum::plus);
        }
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

    /** Decides anew from what was found when the plan was made: reads nothing, asks nobody. */
    public DownloadPlan withPolicy(ExistingFilePolicy other) {
        return other == policy ? this : new DownloadPlan(survey, other);
    }

    private record Sum(int objects, long bytes) {
        static final Sum ZERO = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(objects + other.objects, bytes + other.bytes);
        }
    }
}
