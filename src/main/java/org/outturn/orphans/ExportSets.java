package org.outturn.orphans;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.outturn.catalog.OutputRow;
import org.outturn.pipeline.OutputKind;
import org.outturn.pipeline.layout.Expectation;
import org.outturn.pipeline.layout.OutputForm;
import org.outturn.pipeline.layout.Recognised;
import org.outturn.pipeline.layout.Recogniser;
import org.outturn.pipeline.status.OutputState;
import org.outturn.storage.ObjectEntry;

/** Sets of exports of one job: each retry leaves one more. For one thread. */
final class ExportSets {
    private final Recogniser recogniser;
    private final List<Orphan> orphans;

    /** What one attempt left. */
    private static final class Attempt {
        private final List<ObjectEntry> objects = new ArrayList<>();
        private long roles;
    }

    /**
     * @param orphans takes what is found
     */
    ExportSets(Recogniser recogniser, List<Orphan> orphans) {
        this.recogniser = recogniser;
        this.orphans = orphans;
    }

    /** Whether there can be several attempts of one job, told apart by the time in their keys. */
    static boolean concerns(OutputForm form) {
        return form.kind() == OutputKind.PROCESSED
                && !form.by().isEmpty()
                && form.by().equals(form.fields().produced())
                && form.expects().stream().anyMatch(Expectation.OneSet.class::isInstance);
    }

    /**
     * Looks at the exports of a job that nobody works on.
     *
     * @return those that are not superseded
     */
    List<ObjectEntry> add(OutputRow row, List<ObjectEntry> objects) {
        if (row.bucket().state() != OutputState.COMPLETE) {
            return objects;
        }
        var attempts = new TreeMap<String, Attempt>();
        var kept = new ArrayList<ObjectEntry>();
        for (ObjectEntry object : objects) {
            Recognised found = recogniser.of(object.key());
            if (found == null || found.by().isEmpty() || found.role() < 0) {
                kept.add(object);
                continue;
            }
            Attempt attempt = attempts.computeIfAbsent(found.by(), _ -> new Attempt());
            attempt.objects.add(object);
            attempt.roles |= object.size() > 0 ? 1L << found.role() : 0;
        }
        String whole = newestWhole(row.form(), attempts);
        attempts.forEach((at, attempt) -> {
            if (whole.isEmpty() || at.equals(whole)) {
                kept.addAll(attempt.objects);
            } else {
                superseded(at, whole, attempt);
            }
        });
        return kept;
    }

    private void superseded(String at, String whole, Attempt attempt) {
        OrphanReason reason =
                at.compareTo(whole) < 0
                        ? new OrphanReason.NewerSet(whole)
                        : new OrphanReason.UnfinishedSet(whole);
        attempt.objects.forEach(
                object -> orphans.add(new Orphan.Stored(OrphanKind.OLDER_EXPORT, reason, object)));
    }

    /** Stamps sort as their times do. Empty if no set is whole. */
    private static String newestWhole(OutputForm form, TreeMap<String, Attempt> attempts) {
        for (Map.Entry<String, Attempt> attempt : attempts.descendingMap().entrySet()) {
            long there = attempt.getValue().roles;
            boolean whole =
                    form.expects().stream()
                            .allMatch(expectation ->
                                    !(expectation instanceof Expectation.OneSet(long roles))
                                            || (there & roles) == roles);
            if (whole) {
                return attempt.getKey();
            }
        }
        return "";
    }
}
