package org.outturn.catalog;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outturn.pipeline.layout.OutputForm;
import org.outturn.pipeline.layout.Recognised;
import org.outturn.pipeline.status.BucketFacts;
import org.outturn.pipeline.status.BucketVerdict;

/** An output while its objects go by. For one thread. */
final class OutputBuilder {
    private final Recognised first;
    private final String identity;
    private final String place;
    private final Map<String, Long> byValue = new HashMap<>();
    private int[] rows = new int[1];
    private int rowCount;
    private int files;
    private int asideFiles;
    private long asideBytes;
    private int empty;
    private long bytes;
    private long roles;
    private Instant oldest = Instant.MAX;
    private Instant newest = Instant.MIN;
    private int openUploads;
    private Instant openSince = Instant.MIN;
    private Optional<String> folder = Optional.empty();
    private String name = "";
    private @Nullable OutputRow made;

    OutputBuilder(Recognised first, String identity, String place) {
        this.first = first;
        this.identity = identity;
        this.place = place;
    }

    OutputForm form() {
        return first.output();
    }

    String place() {
        return place;
    }

    long bytes() {
        return bytes;
    }

    int files() {
        return files;
    }

    Instant newest() {
        return newest;
    }

    void add(Recognised found, int row, long size, Instant modified) {
        made = null;
        if (rowCount == rows.length) {
            rows = Arrays.copyOf(rows, rowCount * 2);
        }
        rows[rowCount++] = row;
        learn(found);
        if (found.match().key().endsWith("/")) {
            return;
        }
        files++;
        bytes += size;
        oldest = modified.isBefore(oldest) ? modified : oldest;
        newest = modified.isAfter(newest) ? modified : newest;
        int role = found.role();
        if (form().isAside(role)) {
            asideFiles++;
            asideBytes += size;
            return;
        }
        empty += size == 0 ? 1 : 0;
        if (role >= 0 && size > 0) {
            roles |= 1L << role;
            String value = found.by();
            if (!value.isEmpty()) {
                byValue.merge(value, 1L << role, (a, b) -> a | b);
            }
        }
    }

    /** An upload in parts of one of its files has not ended. */
    void addOpen(Recognised found, Instant initiated) {
        made = null;
        learn(found);
        openUploads++;
        openSince = initiated.isAfter(openSince) ? initiated : openSince;
    }

    /** A folder has the document's name as it is, where its ZIP has underscores. */
    private void learn(Recognised found) {
        if (folder.isEmpty()) {
            folder = found.folder();
            if (name.isEmpty() || folder.isPresent()) {
                name = found.match().value(form().fields().name()).orElse(name);
            }
        }
    }

    /** What the output is by now; the same object if nothing came since it was last asked for. */
    OutputRow row(Instant now) {
        OutputRow known = made;
        if (known == null) {
            known = make(now);
            made = known;
        }
        return known;
    }

    private OutputRow make(Instant now) {
        OutputForm.Fields fields = form().fields();
        Instant firstStored = oldest.equals(Instant.MAX) ? openSince : oldest;
        var facts =
                new BucketFacts(
                        files - asideFiles,
                        empty,
                        bytes - asideBytes,
                        roles,
                        byValue,
                        newest,
                        openUploads,
                        openSince);
        return new OutputRow(
                identity,
                form(),
                place,
                name.isEmpty() ? plainName() : name,
                first.match()
                        .value(fields.produced())
                        .flatMap(text -> ProducedAt.read(text, fields.zone()))
                        .orElseGet(() -> ProducedAt.stored(firstStored)),
                first.match().value(fields.user()).orElse(""),
                first.match().value(fields.job()).orElse(""),
                folder,
                first.match().key(),
                files,
                bytes,
                newest,
                BucketVerdict.of(form(), facts, now));
    }

    /** The folder's name, else the job, else the file's name. */
    private String plainName() {
        String path = folder.map(f -> f.substring(0, f.length() - 1)).orElse(first.match().key());
        String last = path.substring(path.lastIndexOf('/') + 1);
        String job = first.match().value(form().fields().job()).orElse("");
        boolean byJob = !job.isEmpty() && (folder.isEmpty() || form().joined());
        return byJob ? job : last.isEmpty() ? path : last;
    }

    int[] rows() {
        return Arrays.copyOf(rows, rowCount);
    }
}
