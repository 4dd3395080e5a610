package org.outturn.ui.outputs;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.outturn.catalog.OutputFile;
import org.outturn.catalog.OutputRow;
import org.outturn.evidence.EvidenceService;
import org.outturn.evidence.Witnesses;
import org.outturn.storage.ObjectStore;

/** Asks the witnesses about the outputs of the open bucket. Used on the JavaFX thread. */
final class Asking {
    private final Clock clock;
    private final Known known;
    private final Runnable learned;
    private Witnesses witnesses;
    private @Nullable About about;
    private @Nullable EvidenceService service;

    private record About(
            ObjectStore store, String bucket, Function<OutputRow, List<OutputFile>> files) {}

    /**
     * @param learned told on any thread when something was found out
     */
    Asking(Clock clock, Known known, Witnesses witnesses, Runnable learned) {
        this.clock = clock;
        this.known = known;
        this.witnesses = witnesses;
        this.learned = learned;
    }

    /** Begins with a bucket, unless it has begun already; whether it has begun now. */
    boolean begin(ObjectStore store, String bucket, Function<OutputRow, List<OutputFile>> files) {
        if (about != null) {
            return false;
        }
        start(new About(store, bucket, files));
        return true;
    }

    private void start(About next) {
        about = next;
        service = witnesses.about(next.store, next.bucket, next.files, clock, learned);
        known.evidence(service);
    }

    void leave() {
        EvidenceService before = service;
        if (before != null) {
            before.close();
        }
        about = null;
        service = null;
        known.evidence(null);
    }

    /** From now on these are asked, anew about everything. */
    void witnesses(Witnesses others) {
        witnesses = others;
        About again = about;
        if (again != null) {
            leave();
            start(again);
            learned.run();
        }
    }

    void seen(OutputRow row) {
        EvidenceService now = service;
        if (now != null) {
            now.seen(row);
        }
    }
}
