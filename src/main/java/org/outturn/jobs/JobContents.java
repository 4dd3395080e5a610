package org.outturn.jobs;

import java.util.EnumMap;
import java.util.Map;
import org.outturn.upload.PlannedFile;
import org.outturn.upload.UploadPlan;
import org.outturn.upload.UploadReason;

/**
 * What is in a job's folder, counted.
 *
 * @param sums of each part that is there
 */
public record JobContents(Map<JobPart, Sum> sums) {
    public JobContents {
        sums = Map.copyOf(sums);
    }

    /**
     * Files of one part.
     *
     * @param files 1 or more
     */
    public record Sum(int files, long bytes) {
        private static final Sum NONE = new Sum(0, 0);

        private Sum plus(long more) {
            return new Sum(files + 1, bytes + more);
        }
    }

    /**
     * Of a plan of this folder alone. Folders without files, and junk of desktops, do not count.
     */
    public static JobContents of(JobFolder folder, UploadPlan plan) {
        var sums = new EnumMap<JobPart, Sum>(JobPart.class);
        for (PlannedFile file : plan.files()) {
            if (!file.standsForFolder() && file.reason() != UploadReason.JUNK) {
                sums.merge(
                        JobPart.of(folder.below(file.name())),
                        new Sum(1, file.size()),
                        (all, one) -> all.plus(one.bytes()));
            }
        }
        return new JobContents(sums);
    }

    /** Nothing, if there is nothing of it. */
    public Sum of(JobPart part) {
        return sums.getOrDefault(part, Sum.NONE);
    }
}
