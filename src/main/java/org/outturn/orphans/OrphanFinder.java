package org.outturn.orphans;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.outturn.catalog.ListingRow;
import org.outturn.catalog.OutputRow;
import org.outturn.catalog.OutputTable;
import org.outturn.pipeline.OutputKind;
import org.outturn.pipeline.layout.Recognised;
import org.outturn.pipeline.layout.Recogniser;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.UnfinishedUpload;

/**
 * Finds what pipelines left behind, from a listing alone. Asks no server and takes time in
 * proportion to the number of objects; for one thread.
 *
 * <p>An output of which anything is younger than {@link #YOUNGEST}, of which an upload in parts has
 * not ended, or which a transfer of this program still works on, is left alone as a whole: somebody
 * may be at it. So is what is partial.
 */
final class OrphanFinder {
    /** Nothing younger counts as left behind: a request and an upload take less than a day. */
    static final Duration YOUNGEST = Duration.ofHours(24);

    private final OutputTable table;
    private final Recogniser recogniser;
    private final Look look;
    private final Instant latest;
    private final Set<String> busy = new HashSet<>();
    private final List<Orphan> orphans = new ArrayList<>();
    private final RequestInputs inputs;
    private final ExportSets sets;
    private final LostExports lost;
    private final JobTemporaries temporaries;

    /**
     * What is known besides the table.
     *
     * @param uploads all uploads in parts of the bucket that have not ended
     * @param complete whether the table is of the whole bucket
     * @param busyKeys keys that transfers of this program still work on
     * @param now when the bucket was listed
     */
    record Look(
            List<UnfinishedUpload> uploads, boolean complete, Set<String> busyKeys, Instant now) {
        Look {
            uploads = List.copyOf(uploads);
            busyKeys = Set.copyOf(busyKeys);
        }
    }

    private OrphanFinder(OutputTable table, Recogniser recogniser, Look look) {
        this.table = table;
        this.recogniser = recogniser;
        this.look = look;
        this.latest = look.now.minus(YOUNGEST);
        this.inputs = new RequestInputs(recogniser, look.complete, orphans);
        this.sets = new ExportSets(recogniser, orphans);
        this.lost = new LostExports();
        this.temporaries = new JobTemporaries(orphans);
        look.uploads.forEach(upload -> touched(upload.target().key()));
        look.busyKeys.forEach(this::touched);
    }

    /**
     * @param recogniser the one that the table was made by
     */
    static OrphanFindings find(OutputTable table, Recogniser recogniser, Look look) {
        return new OrphanFinder(table, recogniser, look).findings();
    }

    private void touched(String key) {
        lost.claim(key);
        Recognised found = recogniser.of(key);
        if (found != null) {
            busy.add(found.identity());
        }
    }

    private OrphanFindings findings() {
        for (int i = 0; i < table.rows().size(); i++) {
            look(table.rows().get(i), i);
        }
        temporaries.end();
        look.uploads.stream()
                .filter(upload -> !upload.initiated().isAfter(latest))
                .filter(upload -> !look.busyKeys.contains(upload.target().key()))
                .forEach(upload -> orphans.add(new Orphan.Parts(upload)));
        // in a part of a bucket nobody can say that there is no upload
        List<OrphanFindings.LostExport> exports = look.complete ? lost.exports() : List.of();
        return new OrphanFindings(
                table.bucket(),
                orphans,
                inputs.unread(),
                exports,
                lost.recordings(exports),
                List.of(),
                look.now);
    }

    private void look(OutputRow row, int number) {
        boolean quiet = isQuiet(row);
        boolean export = ExportSets.concerns(row.form());
        if (!export) {
            lost.other(row);
        }
        if (quiet && RequestInputs.concerns(row.form())) {
            inputs.add(row, objects(number));
        }
        if (quiet && export) {
            lost.export(row, sets.add(row, objects(number)));
        }
        if (row.kind() == OutputKind.TEMPORARY) {
            temporaries.add(row.job(), quiet ? objects(number) : List.of());
        } else {
            temporaries.job(row, quiet);
        }
    }

    private boolean isQuiet(OutputRow row) {
        return !busy.contains(row.identity()) && !row.newest().isAfter(latest);
    }

    private List<ObjectEntry> objects(int number) {
        return table.files(number).stream().map(file -> entry(file.row())).toList();
    }

    private static ObjectEntry entry(ListingRow row) {
        return new ObjectEntry(
                row.key(),
                row.size(),
                Instant.ofEpochMilli(row.modifiedMillis()),
                row.storageClass(),
                "");
    }
}
