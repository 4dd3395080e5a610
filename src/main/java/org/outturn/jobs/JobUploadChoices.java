package org.outturn.jobs;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.outturn.storage.StoreOptions;
import org.outturn.upload.UploadOptions;
import org.outturn.upload.UploadPlan;

/**
 * What of a job is uploaded, and how: the choices that the scraper itself takes per job ({@code
 * includeFiles}, {@code uploadPdfs} and so on), and two that its guide recommends.
 *
 * @param parts what goes
 * @param compressed whether JSON files are stored compressed, with Content-Encoding gzip
 * @param recorded whether the record of the upload is stored beside the files
 */
public record JobUploadChoices(Set<JobPart> parts, boolean compressed, boolean recorded) {
    /** As the scraper does it by itself: the listed files and the PDFs. */
    public static final JobUploadChoices DEFAULTS =
            new JobUploadChoices(
                    Arrays.stream(JobPart.values())
                            .filter(JobPart::isUsual)
                            .collect(Collectors.toSet()),
                    false,
                    false);

    public JobUploadChoices {
        parts = Set.copyOf(parts);
    }

    public JobUploadChoices withPart(JobPart part, boolean goes) {
        var others = EnumSet.noneOf(JobPart.class);
        others.addAll(parts);
        if (goes) {
            others.add(part);
        } else {
            others.remove(part);
        }
        return new JobUploadChoices(others, compressed, recorded);
    }

    public JobUploadChoices withCompressed(boolean other) {
        return new JobUploadChoices(parts, other, recorded);
    }

    public JobUploadChoices withRecorded(boolean other) {
        return new JobUploadChoices(parts, compressed, other);
    }

    /** The plan with what does not go left out, and stored as chosen. */
    public UploadPlan applied(UploadPlan plan, JobFolder folder) {
        UploadOptions options = plan.options();
        StoreOptions store =
                options.store().withContentEncoding(compressed ? StoreOptions.GZIP : "");
        return plan.withOptions(options.withStore(store))
                .leavingOut(file -> !parts.contains(JobPart.of(folder.below(file.name()))));
    }

    /** The plan with the tags as this job has them: the last thing before it is carried out. */
    public static UploadPlan tagged(UploadPlan plan, JobFolder folder) {
        UploadOptions options = plan.options();
        return plan.withOptions(
                options.withStore(
                        options.store().withTags(JobTags.filled(options.store().tags(), folder))));
    }
}
