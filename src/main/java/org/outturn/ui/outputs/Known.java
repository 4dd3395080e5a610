package org.outturn.ui.outputs;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.ListingRow;
import org.outturn.catalog.OutputLookup;
import org.outturn.catalog.OutputRow;
import org.outturn.evidence.Evidence;
import org.outturn.evidence.EvidenceService;
import org.outturn.evidence.OutputExpiry;
import org.outturn.lifecycle.Expiry;
import org.outturn.pipeline.status.OutputStatus;
import org.outturn.pipeline.status.Testimony;
import org.outturn.storage.BucketVersioning;
import org.outturn.storage.ObjectTags;
import org.outturn.tagging.TagState;

/** What is known of the outputs of one bucket beyond its listing. Safe for many threads. */
final class Known implements OutputLookup {
    private final ConcurrentHashMap<String, Testimony> transfers = new ConcurrentHashMap<>();
    private volatile @Nullable EvidenceService evidence;
    private volatile @Nullable OutputExpiry expiry;
    private volatile Optional<BucketVersioning> versioning = Optional.empty();
    private final Tags tags;
    private final Function<OutputRow, Optional<ListingRow>> firstObject;

    /**
     * @param firstObject finds the object whose tags stand for an output's; may be asked on any
     *     thread
     */
    Known(Tags tags, Function<OutputRow, Optional<ListingRow>> firstObject) {
        this.tags = tags;
        this.firstObject = firstObject;
    }

    void evidence(@Nullable EvidenceService service) {
        evidence = service;
    }

    /**
     * @param kept what the bucket does with older versions; empty if that is not known
     */
    void expiry(@Nullable OutputExpiry reckoned, Optional<BucketVersioning> kept) {
        expiry = reckoned;
        versioning = kept;
    }

    /** What the bucket does with older versions; empty if that is not known. */
    Optional<BucketVersioning> versioning() {
        return versioning;
    }

    /** What becomes of an output's first object after it was hidden. */
    Expiry afterwards(OutputRow row, Instant hidden) {
        OutputExpiry now = expiry;
        return now == null ? new Expiry.Never() : now.afterwards(row, hidden);
    }

    /** What makes the first of it vanish; empty if nothing does, or nothing is known. */
    Optional<Expiry.Expires> first(OutputRow row) {
        OutputExpiry now = expiry;
        return now == null
                ? Optional.empty()
                : now.of(row, found(row).flatMap(Evidence::expiration));
    }

    /** Whether it may vanish earlier by its tags. */
    boolean dependsOnTags(OutputRow row) {
        OutputExpiry now = expiry;
        return now != null && now.dependsOnTags(row);
    }

    Optional<Evidence> found(OutputRow row) {
        EvidenceService service = evidence;
        return service == null ? Optional.empty() : service.of(row);
    }

    @Override
    public String name(OutputRow row) {
        return found(row).flatMap(Evidence::name).orElse(row.name());
    }

    @Override
    public OutputStatus status(OutputRow row) {
        OutputStatus status = OutputStatus.of(row.bucket());
        for (Testimony heard : found(row).map(Evidence::testimonies).orElse(java.util.List.of())) {
            status = status.with(heard);
        }
        Testimony transfer = transfers.get(row.identity());
        return transfer == null ? status : status.with(transfer);
    }

    @Override
    public long expires(OutputRow row) {
        return first(row).map(expires -> expires.at().toEpochMilli()).orElse(NEVER);
    }

    @Override
    public String tags(OutputRow row) {
        return firstObject.apply(row).map(this::tagState).map(Known::text).orElse("");
    }

    /** What is known of an object's tags. */
    TagState tagState(ListingRow object) {
        return tags.of(object);
    }

    private static String text(TagState state) {
        return state instanceof TagState.Known(ObjectTags known)
                ? known.values().entrySet().stream()
                        .map(tag -> tag.getKey() + ":" + tag.getValue())
                        .collect(Collectors.joining(" "))
                : "";
    }
}
