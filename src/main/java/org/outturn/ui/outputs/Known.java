package org.outturn.ui.outputs;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.OutputLookup;
import org.outturn.catalog.OutputRow;
import org.outturn.evidence.Evidence;
import org.outturn.evidence.EvidenceService;
import org.outturn.pipeline.status.OutputStatus;
import org.outturn.pipeline.status.Testimony;

/** What is known of the outputs of one bucket beyond its listing. Safe for many threads. */
final class Known implements OutputLookup {
    private final ConcurrentHashMap<String, Testimony> transfers = new ConcurrentHashMap<>();
    private volatile @Nullable EvidenceService evidence;
    private volatile ToLongFunction<OutputRow> expiry = _ -> NEVER;

    void evidence(@Nullable EvidenceService service) {
        evidence = service;
    }

    void expiry(ToLongFunction<OutputRow> reckoned) {
        expiry = reckoned;
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
        return expiry.applyAsLong(row);
    }

    @Override
    public String tags(OutputRow row) {
        return "";
    }
}
