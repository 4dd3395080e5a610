package org.outturn.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.outturn.catalog.OutputFile;
import org.outturn.catalog.OutputRow;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.pipeline.OutputKind;
import org.outturn.pipeline.status.Testimony;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectDetails;
import org.outturn.storage.ObjectStore;

/**
 * What the objects of an output say themselves: the name in the metadata, when S3 says it expires,
 * and the result of a PDF request. Whoever may not read objects is asked no more.
 */
public final class BucketEvidence implements EvidenceSource {
    private final ObjectStore store;
    private final String bucket;
    private final Function<OutputRow, List<OutputFile>> files;
    private volatile boolean denied;

    /**
     * @param files of an output
     */
    public BucketEvidence(
            ObjectStore store, String bucket, Function<OutputRow, List<OutputFile>> files) {
        this.store = store;
        this.bucket = bucket;
        this.files = files;
    }

    @Override
    public Evidence look(OutputRow row) {
        if (denied || row.files() == 0) {
            return Evidence.NONE;
        }
        try {
            ObjectDetails details = store.details(new ObjectAddress(bucket, subject(row)));
            String field = row.form().fields().metadata();
            return new Evidence(
                    Optional.ofNullable(details.metadata().get(field))
                            .map(BucketEvidence::plain)
                            .filter(name -> !name.isBlank()),
                    details.expiration(),
                    testimonies(row),
                    List.of());
        } catch (FailureException e) {
            denied = e.failure() instanceof Failure.AccessDenied;
            return Evidence.NONE;
        }
    }

    /** A placeholder of a folder says nothing. */
    private String subject(OutputRow row) {
        if (!row.firstKey().endsWith("/")) {
            return row.firstKey();
        }
        List<OutputFile> all = files.apply(row);
        return all.isEmpty() ? row.firstKey() : all.getFirst().row().key();
    }

    /** Some clients put UTF-8 into headers as it is, and it arrives byte by byte. */
    private static String plain(String text) {
        boolean bytes = text.chars().anyMatch(c -> c > 127) && text.chars().allMatch(c -> c < 256);
        if (!bytes) {
            return text;
        }
        String read =
                new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return read.indexOf('\uFFFD') >= 0 ? text : read;
    }

    private List<Testimony> testimonies(OutputRow row) {
        var heard = new ArrayList<Testimony>();
        if (row.kind() == OutputKind.REQUESTS) {
            int role = row.form().role("result");
            String name = role < 0 ? "" : row.form().roles().get(role).name();
            files.apply(row).stream()
                    .filter(file -> file.role().equals(name))
                    .findFirst()
                    .flatMap(this::result)
                    .ifPresent(heard::add);
        }
        return heard;
    }

    private Optional<Testimony> result(OutputFile file) {
        byte[] beginning =
                store.read(file.row().address(), 0, ResultReader.MOST_BYTES, new Cancellation());
        return ResultReader.read(
                beginning, java.time.Instant.ofEpochMilli(file.row().modifiedMillis()));
    }
}
