package org.outturn.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.outturn.pipeline.template.KeyForms;
import org.outturn.upload.UploadPlan;

/**
 * A scraper job's folder, {@code yyyyMMdd_HHmmss_uuid}.
 *
 * @param path absolute
 * @param name its name, in Unicode's composed form as keys have it
 */
public record JobFolder(Path path, String name) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final int DATE_LENGTH = 8;
    private static final int UUID_LENGTH = 36;

    /**
     * Looks at the disk.
     *
     * @return empty if it is no folder or is not named as the scraper names them
     */
    public static Optional<JobFolder> recognise(Path path) {
        return named(path).filter(folder -> Files.isDirectory(folder.path()));
    }

    /** The same by the name alone: looks at no disk. */
    public static Optional<JobFolder> named(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return Optional.ofNullable(absolute.getFileName())
                .map(Path::toString)
                .filter(KeyForms::isJobFolder)
                .map(name -> new JobFolder(absolute, name));
    }

    /** The one job folder among what was dropped; empty if anything else was dropped with it. */
    public static Optional<JobFolder> only(List<Path> dropped) {
        return dropped.size() == 1 ? named(dropped.getFirst()) : Optional.empty();
    }

    /** Whether a plan is one of this folder: a file may have such a name too. */
    public boolean isIn(UploadPlan plan) {
        return plan.files().stream().anyMatch(file -> file.name().startsWith(name + "/"));
    }

    /** The job's id: a UUID in the text form of RFC 9562, in lower case. */
    public String jobId() {
        return name.substring(name.length() - UUID_LENGTH).toLowerCase(Locale.ROOT);
    }

    /** The day on which the job was created, by the scraper server's own clock. */
    public LocalDate date() {
        return LocalDate.parse(name.substring(0, DATE_LENGTH), DATE);
    }

    /**
     * The path of a file of a plan below this folder.
     *
     * @param planned for instance {@code 20251114_011839_…/pdfs/SDS/a.pdf}
     */
    public String below(String planned) {
        String base = name + "/";
        return planned.startsWith(base) ? planned.substring(base.length()) : planned;
    }
}
