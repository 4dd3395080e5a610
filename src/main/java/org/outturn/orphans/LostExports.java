package org.outturn.orphans;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.outturn.catalog.OutputRow;
import org.outturn.pipeline.OutputKind;
import org.outturn.pipeline.status.OutputState;
import org.outturn.storage.ObjectEntry;

/** Exports of jobs that nothing else in the bucket names by its key. For one thread. */
final class LostExports {
    private static final Pattern UUID =
            Pattern.compile(
                    "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                    Pattern.CASE_INSENSITIVE);

    private final Set<String> claimed = new HashSet<>();
    private final Set<String> jobs = new HashSet<>();
    private final List<OrphanFindings.LostExport> candidates = new ArrayList<>();
    private final List<ObjectEntry> uploads = new ArrayList<>();

    /** The jobs that a text names, in lower case. */
    static Stream<String> named(String text) {
        return UUID.matcher(text).results().map(found -> found.group().toLowerCase(Locale.ROOT));
    }

    /** Whatever this key names is not lost. */
    void claim(String key) {
        named(key).forEach(claimed::add);
    }

    /** Sees an output that is no export. */
    void other(OutputRow row) {
        claim(row.firstKey());
        claim(row.job());
        if (row.kind() == OutputKind.UPLOADS && row.files() > 0) {
            uploads.add(new ObjectEntry(row.firstKey(), row.bytes(), row.newest(), "", ""));
        }
    }

    /** Sees the exports of a job that nobody works on. */
    void export(OutputRow row, List<ObjectEntry> objects) {
        String job = row.job().toLowerCase(Locale.ROOT);
        jobs.add(job);
        if (row.bucket().state() == OutputState.COMPLETE && !job.isEmpty()) {
            objects.stream()
                    .map(ObjectEntry::modified)
                    .min(Instant::compareTo)
                    .ifPresent(first ->
                            candidates.add(new OrphanFindings.LostExport(job, objects, first)));
        }
    }

    /** Those that no key names, after everything was seen. */
    List<OrphanFindings.LostExport> exports() {
        return candidates.stream().filter(export -> !claimed.contains(export.job())).toList();
    }

    /**
     * Uploads whose metadata may name one of these: what came later than all of them is not their
     * source, and neither is what names another job by its key.
     *
     * @return the newest first
     */
    List<ObjectEntry> recordings(List<OrphanFindings.LostExport> exports) {
        Instant last =
                exports.stream()
                        .map(OrphanFindings.LostExport::first)
                        .max(Instant::compareTo)
                        .orElse(Instant.MIN);
        return uploads.stream()
                .filter(upload -> !upload.modified().isAfter(last))
                .filter(upload -> named(upload.key()).noneMatch(jobs::contains))
                .sorted(Comparator.comparing(ObjectEntry::modified).reversed())
                .toList();
    }
}
